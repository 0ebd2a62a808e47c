import { Kbd } from "@headwater/ui/components";
import { For, Show } from "solid-js";
import { keyWords } from "./words.ts";

const drawn: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A key as it stands on the keyboard; of two, one after the other. */
export function KeyNames(props: { readonly of: string }) {
  const names = () =>
    props.of
      .split(" ")
      .map((key) =>
        (key === "+" ? [key] : key.split("+"))
          .map((part) => drawn[part] ?? (part.length === 1 ? part.toUpperCase() : part))
          .join(" "),
      );
  return (
    <For each={names()}>
      {(name, index) => (
        <>
          <Show when={index() > 0}>{` ${keyWords().andThen} `}</Show>
          <Kbd keys={name} />
        </>
      )}
    </For>
  );
}
