import { buttonClass, Empty, Failure } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main class="page">
      <Empty
        wholePage
        title="There is no page at this address"
        sentence="It may have been moved, or the link was cut short."
      >
        <Link to="/projects" class={buttonClass("primary")}>
          To the projects
        </Link>
      </Empty>
    </main>
  );
}

/** A page that could not be shown at all, most often because the server did not answer. */
export function WentWrong(props: { readonly error: Error; readonly reset: () => void }) {
  return (
    <main class="page">
      <Failure title="This page could not be shown" onRetry={() => location.reload()}>
        {props.error.message}
      </Failure>
    </main>
  );
}
