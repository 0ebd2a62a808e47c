import type { JSX } from "solid-js";
import "./section.css";

interface EmptyProps {
  readonly title: string;
  /** One sentence: what to do next. */
  readonly sentence: JSX.Element;
  readonly children?: JSX.Element;
}

/** Nothing is here: no drawing, a heading, one sentence, one primary and one quiet action. */
export function Empty(props: EmptyProps) {
  return (
    <section class="empty">
      <h2>{props.title}</h2>
      <p class="note">{props.sentence}</p>
      <div class="empty-actions">{props.children}</div>
    </section>
  );
}
