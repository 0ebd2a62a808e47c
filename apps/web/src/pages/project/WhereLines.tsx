import type { ProjectUse } from "@headwater/contract/projects";
import { Unknown } from "@headwater/ui/components";
import { For, Show } from "solid-js";
import { whereUnknownWords } from "./where-words.ts";
import { t } from "./texts.ts";
import "./where-lines.css";

interface WhereLinesProps {
  readonly use: ProjectUse;
  /** So many products; the others are counted. */
  readonly most: number;
}

/** The products that have it or cannot say, each with its tier and the version in force. */
export function WhereLines(props: WhereLinesProps) {
  const seen = () => props.use.products.filter(({ presence }) => presence !== "absent");
  return (
    <>
      <ul class="where-lines">
        <For each={seen().slice(0, props.most)}>
          {(line) => (
            <li>
              <span>{line.name}</span>
              <span class="quiet">{`${t().tier.toLowerCase()} ${line.tier}`}</span>
              <Show
                when={line.presence === "contained"}
                fallback={<Unknown reason={whereUnknownWords(line)} />}
              >
                <span class="code">{versionText(line.versions)}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={seen().length > props.most}>
        <p class="note">{t().moreVersions(seen().length - props.most)}</p>
      </Show>
      <Show when={seen().length === 0}>
        <p class="note">{t().notFound}</p>
      </Show>
    </>
  );
}

/** The latest version in force, with the number of the others. */
function versionText(versions: ProjectUse["products"][number]["versions"]): string {
  const inForce = versions.filter((version) => version.inForce);
  const latest = inForce.at(-1)?.version ?? "";
  return inForce.length > 1 ? `${latest} +${inForce.length - 1}` : latest;
}
