import "./icon.css";

/** Drawn on a grid of 16, 1.25 px wide, round ends, no fills. */
const drawings = {
  back: "M10 4 6 8l4 4",
  forth: "m6 4 4 4-4 4",
  open: "m4 6 4 4 4-4",
  down: "M8 3v10M5 10l3 3 3-3",
  up: "M8 13V3M5 6l3-3 3 3",
  close: "m4 4 8 8M12 4l-8 8",
  check: "m3 8.5 3.5 3.5L13 4.5",
  plus: "M8 3v10M3 8h10",
  search: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5l3.5 3.5",
  moon: "M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  calendar: "M3 4.5h10v9H3zM3 7.5h10M6 2.5v3M10 2.5v3",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  unlock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.6-1.3",
  clip: "M12 7.5 7.8 11.7a2.3 2.3 0 0 1-3.3-3.3L9.2 3.7a1.5 1.5 0 0 1 2.2 2.2L6.8 10.5",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  columns: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
} as const;

export type IconName = keyof typeof drawings;

/** An icon beside or inside something that already has a name; alone it says nothing. */
export function Icon(props: { readonly name: IconName; readonly size?: "small" }) {
  return (
    <svg class={props.size === "small" ? "icon icon-small" : "icon"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[props.name]} />
    </svg>
  );
}
