import { Duration, Estimated, SectionHead, Unknown } from "@headwater/ui/components";
import { duration, unknownReason } from "@headwater/ui/format";
import { For } from "solid-js";
import { t } from "./texts.ts";

const inks = [
  "ink",
  "ink-2",
  "ink-3",
  "rule-field",
  "rule-2",
  "rule",
  "paper-3",
  "paper-2",
  "sheet",
  "select",
  "use",
  "use-soft",
  "give",
  "give-soft",
  "gap",
  "gap-soft",
  "warn",
  "focus",
] as const;

/** Every colour of the product, and the two textures. */
export function Inks() {
  return (
    <section>
      <SectionHead title={t().inks} />
      <ul class="dev-inks">
        <For each={inks}>
          {(ink) => (
            <li>
              <i class={`dev-ink dev-${ink}`} />
              <span class="code">{ink}</span>
              <span class="dev-ink-role">{t().inkNames[ink]}</span>
            </li>
          )}
        </For>
      </ul>
      <h3 class="dev-textures">{t().textures}</h3>
      <svg class="dev-texture-bars" role="img" aria-label={t().texturesBars}>
        <defs>
          <pattern
            id="dev-hatch"
            width="3.6"
            height="3.6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.5" height="3.6" class="dev-fill-give" />
          </pattern>
        </defs>
        <rect class="dev-fill-use" x="0" y="2" width="330" height="12" />
        <rect class="dev-fill-give" x="0" y="18" width="140" height="12" />
        <rect x="140.5" y="18.5" width="70" height="11" fill="url(#dev-hatch)" class="dev-edge-give" />
        <text x="338" y="12">
          {t().fairShare}
        </text>
        <text class="dev-fill-give" x="218" y="29">
          {t().givenEstimated}
        </text>
      </svg>
      <p>
        {t().inFigures} <Estimated>{duration(90)}</Estimated> {t().figureEstimated} · {t().figureZero} ·{" "}
        <Unknown reason={unknownReason("")} /> {t().figureUnknown} · <Duration minutes={45} />{" "}
        {t().figureLogged}
      </p>
    </section>
  );
}
