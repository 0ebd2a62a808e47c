import { type JSX, Show } from "solid-js";
import { Button } from "./Button.tsx";
import "./section.css";

interface FailureProps {
  readonly title: string;
  /** What was not done, and the cause. */
  readonly children: JSX.Element;
  readonly onRetry?: () => void;
}

/** What went wrong, beside its cause, with a way on. */
export function Failure(props: FailureProps) {
  return (
    <div class="failure" role="alert">
      <p class="failure-title red">{props.title}</p>
      <p class="note">{props.children}</p>
      <Show when={props.onRetry}>
        {(retry) => (
          <div class="failure-actions">
            <Button size="small" onClick={() => retry()()}>
              Try again
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
