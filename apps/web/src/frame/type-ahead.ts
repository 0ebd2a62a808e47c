/**
 * What is typed between the key that calls something and the moment when it is there: the first call loads a part of the
 * program, and who knows the product goes on typing. The keys are held back and given to what has come.
 */

/**
 * Holds the keys from now on; the function that comes back lets go and gives them to what has the focus then. Escape
 * says that it is not wanted any more.
 */
export function holdKeys(unwanted: () => void): (give: boolean) => void {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") unwanted();
    else held.push(event);
  };
  globalThis.addEventListener("keydown", hold, { capture: true });
  return (give) => {
    globalThis.removeEventListener("keydown", hold, { capture: true });
    if (give) for (const event of held) press(event);
  };
}

/** Does again what the browser was kept from: the key is heard, and a character goes into the field. */
function press({ key, code, shiftKey }: KeyboardEvent): void {
  const focused = document.activeElement ?? document.body;
  const heard = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true });
  const free = focused.dispatchEvent(heard);
  if (!free || !(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return;
  if (key === "Backspace") focused.value = focused.value.slice(0, -1);
  else if (/^.$/u.test(key)) focused.value += key;
  else return;
  focused.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
}
