import { type JSX, Show } from "solid-js";
import "./section.css";

interface EmptyProps {
  readonly title: string;
  /** The page has no other heading. */
  readonly wholePage?: boolean;
  /** One sentence: what to do next. */
  readonly sentence: JSX.Element;
  readonly children?: JSX.Element;
}

/** Nothing is here: no drawing, a heading, one sentence, one primary and one quiet action. */
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
