import { useRouter } from "@tanstack/solid-router";
import type { JSX } from "solid-js";

interface GoProps {
  /** With its query, `/projects?peek=github.com%2Fcurl%2Fcurl`. */
  readonly to: string;
  readonly class?: string | undefined;
  readonly children: JSX.Element;
}

/** A link to an address that is only known when it is shown, without loading the page anew. */
export function Go(props: GoProps) {
  const router = useRouter();
  return (
    <a
      href={props.to}
      class={props.class}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
