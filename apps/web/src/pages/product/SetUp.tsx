import type { Product } from "@headwater/contract/products";
import { Button, Failure, Field, SectionHead, Segmented, showToast } from "@headwater/ui/components";
import { createSignal, Show, untrack } from "solid-js";
import { Refusal } from "../../server.ts";
import { createUploadKey } from "./queries.ts";
import { type Build, builds, snippetOf } from "./snippets.ts";
import { setupWords as t } from "./texts.ts";

/** How the build sends the next inventory: lines to paste, and a key that can do nothing else. */
export function SetUp(props: { readonly product: Product }) {
  const [build, setBuild] = createSignal<Build>("github");
  const [file, setFile] = createSignal(untrack(() => props.product.sources[0]?.path) ?? "package-lock.json");
  const snippet = () =>
    snippetOf(build(), { server: window.location.origin, product: props.product.slug, file: file() });
  return (
    <div class="set-up">
      <p class="lede">{t().lede}</p>
      <section aria-labelledby="set-up-step">
        <SectionHead title={t().step} id="set-up-step" />
        <div class="set-up-choices">
          <Segmented
            label={t().where}
            options={builds.map((one) => ({ value: one, name: t()[one] }))}
            value={build()}
            onChoose={(value) => setBuild(builds.find((one) => one === value) ?? "curl")}
          />
          <Field
            label={t().file}
            help={t().help}
            value={file()}
            spellcheck={false}
            onInput={(event) => setFile(event.currentTarget.value)}
          />
        </div>
        <Paste text={snippet()} label={t().step} />
        <p class="note">{t().secret}</p>
      </section>
      <Key product={props.product} />
    </div>
  );
}

/** Text to be taken as it is. */
function Paste(props: { readonly text: string; readonly label: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(props.text);
    showToast({ said: t().copied });
  };
  return (
    <div class="paste">
      <textarea
        class="code"
        readOnly
        spellcheck={false}
        aria-label={props.label}
        rows={props.text.split("\n").length}
        onFocus={(event) => event.currentTarget.select()}
      >
        {props.text}
      </textarea>
      <Button size="small" class="paste-copy" onClick={() => void copy()}>
        {t().copy}
      </Button>
    </div>
  );
}

/** Made in place with the right to send inventories and no other; its value leaves with the page. */
function Key(props: { readonly product: Product }) {
  const [made, setMade] = createSignal<{ readonly hint: string; readonly key: string } | null>(null);
  const [refused, setRefused] = createSignal<string | null>(null);
  const make = async () => {
    try {
      setMade(await createUploadKey(t().keyName(props.product.slug)));
      setRefused(null);
    } catch (error) {
      const mayNot = error instanceof Refusal && error.problem.status === 403;
      setRefused(mayNot ? t().noRight : error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section aria-labelledby="set-up-key">
      <SectionHead title={t().keyTitle} id="set-up-key" />
      <Show
        when={made()}
        fallback={
          <>
            <p class="note">{t().keySentence}</p>
            <p class="set-up-make">
              <Button kind="primary" onClick={() => void make()}>
                {t().make}
              </Button>
            </p>
          </>
        }
      >
        {(key) => (
          <div role="status">
            <p class="note">{t().made(key().hint)}</p>
            <Paste text={key().key} label={t().value} />
          </div>
        )}
      </Show>
      <Show when={refused()}>{(why) => <Failure title={t().notMade}>{why()}</Failure>}</Show>
    </section>
  );
}
