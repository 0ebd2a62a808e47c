/**
 * What is typed between the key that calls something and the moment when it is there: the first call loads a part of the
 * program, and who knows the product goes on typing. The keys are held back and given to what has come.
 */

/** A window that has not the focus itself gives none to a dialog; the keys must not be held for ever. */
const AT_MOST_MS = 5000;

/** What a dialog is worked with; all else is the browser's. */
const held = /^(?:.|Tab|Enter|Backspace|ArrowUp|ArrowDown)$/u;

let letGoOfFormer: () => void = () => undefined;

/**
 * Holds the keys until a dialog has the focus, and gives them to it. Escape says that it is not wanted any more; with it
 * the keys are the page's again. The function that comes back lets go of them, for when nothing will come.
 */
export function holdKeys(unwanted: () => void): () => void {
  letGoOfFormer();
  const typed: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      letGo();
      unwanted();
    } else if (held.test(event.key)) typed.push(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target.closest("dialog") === null) return;
    letGo();
    // The dialog may move the focus once more to the field where one begins.
    queueMicrotask(() => {
      for (const event of typed) press(event);
    });
  };
  const letGo = () => {
    clearTimeout(tooLong);
    globalThis.removeEventListener("keydown", hold, { capture: true });
    globalThis.removeEventListener("focusin", came);
  };
  const tooLong = setTimeout(letGo, AT_MOST_MS);
  globalThis.addEventListener("keydown", hold, { capture: true });
  globalThis.addEventListener("focusin", came);
  letGoOfFormer = letGo;
  return letGo;
}

/** Does again what the browser was kept from: the key is heard, and a character goes into the field. */
function press({ key, code, shiftKey }: KeyboardEvent): void {
  const focused = document.activeElement ?? document.body;
  const heard = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true });
  const free = focused.dispatchEvent(heard);
  if (!free || !(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return;
  const from = focused.selectionStart ?? focused.value.length;
  const to = focused.selectionEnd ?? from;
  if (key === "Backspace") focused.setRangeText("", from === to ? Math.max(0, from - 1) : from, to, "end");
  else if (/^.$/u.test(key)) focused.setRangeText(key, from, to, "end");
  else return;
  focused.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
}
