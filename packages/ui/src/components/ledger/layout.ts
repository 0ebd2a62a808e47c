import { createSignal } from "solid-js";
import { asMade, type LedgerLayout } from "./columns.ts";

/**
 * What this reader has changed of the ledger of that name, kept in this browser. Where nothing may be kept, it holds as
 * long as the page.
 */
export function createLedgerLayout(name: string): [() => LedgerLayout, (layout: LedgerLayout) => void] {
  const key = `ledger:${name}`;
  const [layout, setLayout] = createSignal(read(key));
  const keep = (next: LedgerLayout) => {
    setLayout(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still shows what was chosen.
      return;
    }
  };
  return [layout, keep];
}

function read(key: string): LedgerLayout {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return asMade;
    return {
      shown: valuesOf(Reflect.get(kept, "shown"), (value) => typeof value === "boolean"),
      widths: valuesOf(Reflect.get(kept, "widths"), (value) => typeof value === "number"),
    };
  } catch {
    return asMade;
  }
}

/** Only what has the right type is taken: what was kept may be of another version. */
function valuesOf<Value>(
  kept: unknown,
  fits: (value: unknown) => value is Value,
): Readonly<Record<string, Value>> {
  if (typeof kept !== "object" || kept === null) return {};
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(kept)) if (fits(value)) values[name] = value;
  return values;
}
