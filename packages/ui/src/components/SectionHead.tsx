import type { JSX } from "solid-js";
import "./section.css";

/** A one pixel rule, a serif heading, and a note at the right. */
export function SectionHead(props: {
  readonly title: string;
  readonly id?: string;
  readonly children?: JSX.Element;
}) {
  return (
    <div class="section-head">
      <h2 id={props.id}>{props.title}</h2>
      <div class="byline">{props.children}</div>
    </div>
  );
}
