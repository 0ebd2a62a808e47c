import { MappingRulesResult, SetMappingRules } from "@headwater/contract/mapping";
import { ruleBook } from "@headwater/domain/mapping";
import { badField, type Context, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { packagesUnder } from "./covered-packages.ts";
import { activeRules, decideAnew, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { type AskedRule, patternOf, rulesReplaced, storeRules } from "./store-rules.ts";
import { targetProjects } from "./target-project.ts";

/** As setMappingRule, of many rules at once: all or none of them, and what they move is computed once. */
export const setMappingRules = writing({
  name: "mapping-rule.set-many",
  access: "mapping.change",
  input: SetMappingRules,
  output: MappingRulesResult,
  async run(context, input, runtime) {
    await lockMapping(context);
    const patterns = input.rules.map(({ pattern }, place) => patternOf(pattern, `rules.${place}.pattern`));
    requireDistinct(patterns.map(({ canonical }) => canonical));
    const asked = await askedRules(context, input.rules);
    const rules = await activeRules(context);
    const replaced = rulesReplaced(rules, patterns);
    const after = [...rules.filter((rule) => !replaced.includes(rule)), ...asked];
    const decided = await decideAnew(context, await packagesUnder(context, patterns), after);
    const ids = await storeRules(context, asked, replaced);
    const moved = await storeDecided(context, decided);
    const recomputing = await recomputeProductsOf(context, runtime, moved);
    const counts = countsOf(
      asked,
      decided.filter(({ basis }) => basis === "rule").map(({ row }) => row.purl),
    );
    return {
      rules: asked.map(({ pattern, project }, place) => ({
        id: ids[place] ?? "",
        pattern,
        project,
        packages: counts.get(pattern) ?? 0,
      })),
      replaced: replaced.map(({ pattern, project }) => ({ pattern, project })),
      moved: moved.length,
      recomputing,
    };
  },
  audit: (result) => ({
    entity: null,
    detail: {
      rules: result.rules.map(({ id, pattern, project }) => ({ id, pattern, project })),
      moved: result.moved,
      recomputing: result.recomputing,
    },
  }),
});

async function askedRules(
  context: Context,
  given: readonly { readonly pattern: string; readonly project: string }[],
): Promise<AskedRule[]> {
  const targets = await targetProjects(
    context,
    given.map(({ project }) => project),
  );
  return given.map(({ pattern, project }) => {
    const target = targets.get(project);
    if (target === undefined) throw new Error(`the project ${project} was looked for and not answered`);
    return { pattern, project: target.slug, target };
  });
}

function requireDistinct(patterns: readonly string[]): void {
  const seen = new Set<string>();
  for (const [place, pattern] of patterns.entries()) {
    if (seen.has(pattern))
      throw badField(`rules.${place}.pattern`, `${pattern} stands there twice; say once where it leads`);
    seen.add(pattern);
  }
}

/** How many of the packages each rule decides. */
function countsOf(rules: readonly AskedRule[], purls: readonly string[]): Map<string, number> {
  const book = ruleBook(rules);
  const counts = new Map<string, number>();
  for (const purl of purls) {
    const decisive = book.ruleFor(purl);
    if (decisive !== null) counts.set(decisive.pattern, (counts.get(decisive.pattern) ?? 0) + 1);
  }
  return counts;
}
