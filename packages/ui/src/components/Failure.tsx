import { type JSX, Show } from "solid-js";
import { Button } from "./Button.tsx";
import "./section.css";
import { words } from "./words.ts";

interface FailureProps {
  readonly title: string;
  /** What was not done, and the cause. */
  readonly children: JSX.Element;
  readonly onRetry?: () => void;
  /** Another way on, a link to the row or the page that mends it. */
  readonly action?: JSX.Element;
}

/** What went wrong, beside its cause, with a way on. */
export function Failure(props: FailureProps) {
  return (
    <div class="failure" role="alert">
      <p class="failure-title red">{props.title}</p>
      <p class="note">
        {props.children} {props.action}
      </p>
      <Show when={props.onRetry}>
        {(retry) => (
          <div class="failure-actions">
            <Button size="small" onClick={() => retry()()}>
              {words().tryAgain}
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
