import type { Need } from "@headwater/contract/needs";
import { type JSX, Show } from "solid-js";
import { Go } from "./Go.tsx";
import { usePlaceOf } from "./need-places.ts";

interface NeedLinkProps extends Pick<Need, "kind"> {
  readonly need?: Need;
  readonly class?: string;
  readonly children: JSX.Element;
}

/** Leads to the page that mends a need; plain words while there is none. */
export function NeedLink(props: NeedLinkProps) {
  const placeOf = usePlaceOf();
  const place = () => placeOf(props.need ?? { kind: props.kind });
  return (
    <Show when={place()} fallback={<span class="strong">{props.children}</span>}>
      {(address) => (
        <Go to={address()} class={props.class}>
          {props.children}
        </Go>
      )}
    </Show>
  );
}
