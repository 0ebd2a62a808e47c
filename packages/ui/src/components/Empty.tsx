import { type JSX, Show } from "solid-js";
import { Kbd } from "./Kbd.tsx";
import "./section.css";
import { words } from "./words.ts";

interface EmptyProps {
  readonly title: string;
  /** The page has no other heading. */
  readonly wholePage?: boolean;
  /** One sentence: what to do next. */
  readonly sentence: JSX.Element;
  readonly children?: JSX.Element;
}

/** Nothing is here yet: no drawing, a heading, one sentence, one primary and one quiet action. */
export function Empty(props: EmptyProps) {
  return (
    <section class="empty">
      <Show when={props.wholePage} fallback={<h2>{props.title}</h2>}>
        <h1>{props.title}</h1>
      </Show>
      <p class="note">{props.sentence}</p>
      <div class="empty-actions">{props.children}</div>
    </section>
  );
}

interface NoMatchProps {
  readonly title: string;
  /** Names the filters and what they hide: `354 are hidden by team Payments and gap over 20,000.` */
  readonly sentence: JSX.Element;
  /** Takes all filters away; the page binds Escape to the same. */
  readonly onClear: () => void;
}

/** There is something, but the filters hide all of it. */
export function NoMatch(props: NoMatchProps) {
  return (
    <div class="no-match">
      <h3>{props.title}</h3>
      <p class="note">
        {props.sentence}{" "}
        <button type="button" class="link no-match-clear" onClick={() => props.onClear()}>
          {words().clearFilters}
        </button>{" "}
        <Kbd keys="Esc" />
      </p>
    </div>
  );
}
