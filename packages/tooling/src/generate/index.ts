import { formatPlan } from "./format.ts";
import { nameOf } from "./names.ts";
import { operationPlan } from "./operation.ts";
import { pagePlan } from "./page.ts";
import { GeneratorRefusal } from "./plan.ts";
import type { Plan } from "./plan.ts";

export { carryOut, GeneratorRefusal } from "./plan.ts";

/** Reads the command line of `new`: `operation NOUN VERB`, `format NAME`, `page NOUN`. */
export function planOf(words: readonly string[]): Plan {
  const [kind, first, second, ...rest] = words;
  if (rest.length > 0) throw new GeneratorRefusal(`too many words: ${words.join(" ")}`);
  if (kind === "operation") return operationPlan(nameOf(first, "the noun"), nameOf(second, "the verb"));
  if (second !== undefined) throw new GeneratorRefusal(`too many words: ${words.join(" ")}`);
  if (kind === "format") return formatPlan(nameOf(first, "the name"));
  if (kind === "page") return pagePlan(nameOf(first, "the noun"));
  throw new GeneratorRefusal("say one of: operation NOUN VERB · format NAME · page NOUN");
}
