import { buttonClass, Empty, Failure } from "@headwater/ui/components";
import { Link, useRouter } from "@tanstack/solid-router";
import { onCleanup } from "solid-js";
import { couldNotAnswer } from "../queries.ts";
import { t } from "./words.ts";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main class="page">
      <Empty wholePage title={t().noPage} sentence={t().noPageSentence}>
        <Link to="/projects" class={buttonClass("primary")}>
          {t().toTheProjects}
        </Link>
      </Empty>
    </main>
  );
}

/** Until the server is back, it is asked for the page every few seconds. */
const ASK_AGAIN_MS = 5000;

/** A page that could not be shown at all, most often because the server did not answer. */
export function WentWrong(props: { readonly error: Error; readonly reset: () => void }) {
  const router = useRouter();
  const again = () => void router.invalidate();
  const asking = setInterval(() => {
    if (couldNotAnswer(props.error)) again();
  }, ASK_AGAIN_MS);
  onCleanup(() => clearInterval(asking));
  return (
    <main class="page">
      <Failure title={t().notShown} onRetry={again}>
        {props.error.message}
      </Failure>
    </main>
  );
}
