import { type ComponentProps, splitProps } from "solid-js";
import "./button.css";

/** One primary a view; destructive is red text, never a red fill. */
export type ButtonKind = "primary" | "normal" | "quiet" | "destructive";

/** Classes of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind = "normal", size: "normal" | "small" = "normal"): string {
  return `button button-${kind}${size === "small" ? " button-small" : ""}`;
}

interface ButtonProps extends ComponentProps<"button"> {
  readonly kind?: ButtonKind;
  readonly size?: "normal" | "small";
}

/** A button that does not submit unless its type says so. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ["kind", "size", "class", "type"]);
  return (
    <button
      {...rest}
      type={own.type ?? "button"}
      class={`${buttonClass(own.kind, own.size)} ${own.class ?? ""}`}
    />
  );
}
