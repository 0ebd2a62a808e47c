import { setTimeout as pause } from "node:timers/promises";
import { textAt, valueAt, type Answer, type Question } from "./ask.ts";

export interface HammerReport {
  /** Requests that ended with the row. */
  readonly answered: number;
  readonly distinctIds: number;
  /** Answers under one key with different ids: must be none. */
  readonly disagreeing: number;
  /** Rows that the ledger holds of them. */
  readonly rows: number;
  /** Answers that asked to try again: 409 while the first was running, 503 where no connection was free. */
  readonly waited: number;
  readonly seconds: number;
}

interface Hammering {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly project: string;
  readonly posts: number;
  readonly keys: number;
  readonly atOnce: number;
}

/** Sends the same few writes very often, as clients do that do not know whether they were heard. */
export async function hammer({ ask, project, posts, keys, atOnce }: Hammering): Promise<HammerReport> {
  const begun = performance.now();
  const idsOfKey = new Map<number, Set<string>>();
  let [next, answered, waited] = [0, 0, 0];
  async function client(): Promise<void> {
    for (let mine = next++; mine < posts; mine = next++) {
      const key = mine % keys;
      const ids = idsOfKey.get(key) ?? new Set<string>();
      idsOfKey.set(key, ids);
      for (;;) {
        const body = { project, day: "2026-11-02", minutes: key + 1, kind: "code", note: `hammer ${key}` };
        const answer = await ask({
          method: "POST",
          path: "/api/v1/contributions",
          body,
          headers: { "idempotency-key": `hammer-${key}` },
        });
        if (answer.status === 201) {
          ids.add(textAt(answer.json, "id"));
          answered += 1;
          break;
        }
        if (answer.status !== 409 && answer.status !== 503)
          throw new Error(`${answer.status}: ${answer.text}`);
        waited += 1;
        await pause(20);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client));
  const seconds = (performance.now() - begun) / 1000;
  const listed = await ask({ path: "/api/v1/contributions?limit=1000" });
  const items = valueAt(listed.json, "items");
  const rows = Array.isArray(items)
    ? items.filter((item) => String(valueAt(item, "note")).startsWith("hammer ")).length
    : -1;
  const sets = [...idsOfKey.values()];
  return {
    answered,
    distinctIds: new Set(sets.flatMap((ids) => [...ids])).size,
    disagreeing: sets.filter((ids) => ids.size !== 1).length,
    rows,
    waited,
    seconds,
  };
}
