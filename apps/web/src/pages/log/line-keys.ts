import { changeLink } from "@headwater/domain/contribution";
import { type Entry, lineOf } from "./entry.ts";

interface LineActions {
  readonly entry: Entry;
  readonly onWrite: (text: string) => void;
  readonly onLog: () => void;
}

/** What keys do in the line: Enter logs, Tab completes, the arrows bring back what is done often. */
export function createLineKeys(actions: LineActions): (event: KeyboardEvent & LineEvent) => void {
  let suggestion = -1;
  /** As a command line goes through what was written before. */
  const bringBack = (step: 1 | -1) => {
    const works = actions.entry.recent();
    if (works.length === 0) return;
    suggestion = Math.max(-1, Math.min(works.length - 1, suggestion + step));
    const work = works[suggestion];
    actions.onWrite(work === undefined ? "" : lineOf(work));
  };
  return (event) => {
    if (event.isComposing) return;
    const { key, currentTarget: field } = event;
    const completion = actions.entry.completion();
    const completed = `${actions.entry.text()}${completion}`;
    const atEnd = field.selectionStart === field.value.length;
    if (key === "Enter") {
      suggestion = -1;
      actions.onLog();
    } else if (key === "Tab" && !event.shiftKey && completion !== "") actions.onWrite(`${completed} `);
    else if (key === "ArrowRight" && atEnd && completion !== "") actions.onWrite(completed);
    else if (key === "ArrowDown") bringBack(1);
    else if (key === "ArrowUp") bringBack(-1);
    else return;
    event.preventDefault();
  };
}

interface LineEvent {
  readonly currentTarget: HTMLInputElement;
}

/** An address that is pasted into an empty line stands at its end, with the caret where the duration belongs. */
export function pasteAddress(event: ClipboardEvent & LineEvent, { entry, onWrite }: LineActions): void {
  const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
  if (changeLink(pasted) === null || entry.text().trim() !== "") return;
  event.preventDefault();
  onWrite(` ${pasted}`);
  const field = event.currentTarget;
  queueMicrotask(() => field.setSelectionRange(0, 0));
}
