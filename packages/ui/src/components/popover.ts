import { createSignal, createUniqueId, onCleanup } from "solid-js";

/** A sheet that hangs at what opened it, over everything else. */
export interface Popover {
  /** Of the sheet, for `popovertarget` and `aria-controls`. */
  readonly id: string;
  readonly isOpen: () => boolean;
  readonly anchorAt: (element: HTMLElement) => void;
  /** Makes the element the sheet; a press beside it or Escape closes it where it is `auto`. */
  readonly hangOn: (element: HTMLElement) => void;
  readonly show: () => void;
  readonly hide: () => void;
}

/** Between the anchor and its sheet, and between the sheet and the window's edge. CSS pixels. */
const AIR_PX = 4;
const EDGE_PX = 8;

/** The browser's own popover in the top layer, placed below its anchor, above it where there is more room. */
export function createPopover(
  kind: "auto" | "manual",
  given: {
    readonly onOpen?: () => void;
    readonly onClosed?: () => void;
    /** Never narrower than its anchor, as a list of choices under its field. */
    readonly asWide?: boolean;
  } = {},
): Popover {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  let anchor: HTMLElement | undefined;
  let sheet: HTMLElement | undefined;
  const place = () => {
    if (anchor !== undefined && sheet !== undefined && isOpen())
      placeBelow(anchor, sheet, given.asWide === true);
  };
  const follow = (on: boolean) => {
    const change = on ? window.addEventListener : window.removeEventListener;
    change("scroll", place, { capture: true });
    change("resize", place);
  };
  onCleanup(() => follow(false));
  return {
    id,
    isOpen,
    anchorAt: (element) => {
      anchor = element;
    },
    hangOn: (element) => {
      sheet = element;
      element.id = id;
      element.popover = kind;
      element.addEventListener("beforetoggle", (event) => {
        setOpen(event instanceof ToggleEvent && event.newState === "open");
      });
      element.addEventListener("toggle", () => {
        follow(isOpen());
        if (isOpen()) {
          place();
          given.onOpen?.();
        } else given.onClosed?.();
      });
    },
    show: () => {
      if (sheet === undefined || sheet.matches(":popover-open")) return;
      sheet.showPopover();
      place();
    },
    hide: () => {
      if (sheet?.matches(":popover-open") === true) sheet.hidePopover();
    },
  };
}

function placeBelow(anchor: HTMLElement, sheet: HTMLElement, asWide: boolean): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - AIR_PX - EDGE_PX;
  const above = at.top - AIR_PX - EDGE_PX;
  const up = height > below && above > below;
  const top = up ? at.top - AIR_PX - Math.min(height, above) : at.bottom + AIR_PX;
  const left = Math.min(at.left, window.innerWidth - EDGE_PX - width);
  sheet.style.top = `${top}px`;
  sheet.style.left = `${Math.max(EDGE_PX, left)}px`;
  sheet.style.maxHeight = `${up ? above : below}px`;
  if (asWide) sheet.style.minWidth = `${Math.min(at.width, window.innerWidth - 2 * EDGE_PX)}px`;
}
