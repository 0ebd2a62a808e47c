import { Mark } from "@headwater/ui/components";
import type { JSX } from "solid-js";
import { chooseLanguage, languageNames, nextLanguage } from "../../frame/language.ts";
import "./entry.css";

/** The sheet before the sign-in: what this is at the left, the form at the right. */
export function Entrance(props: {
  readonly sentence: string;
  readonly lede: string;
  readonly children: JSX.Element;
}) {
  return (
    <div class="entrance">
      <header class="entrance-mark">
        <Mark />
        <span>Headwater</span>
      </header>
      <main class="entrance-main">
        <div class="entrance-words">
          <p class="entrance-sentence">{props.sentence}</p>
          <p class="lede">{props.lede}</p>
        </div>
        <div class="entrance-form">{props.children}</div>
      </main>
      {/* After the form, so that the first press of Tab leads into it. */}
      <footer class="entrance-foot">
        <button
          type="button"
          class="entrance-language"
          lang={nextLanguage()}
          onClick={() => chooseLanguage(nextLanguage())}
        >
          {languageNames[nextLanguage()]}
        </button>
      </footer>
    </div>
  );
}
