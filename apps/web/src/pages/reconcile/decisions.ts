/**
 * What a person decides about packages. Each decision takes its row out of the queue at once, is said in a toast with the
 * way back, and puts the row in again where the server refused it.
 */
import { showToast } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { api, asked } from "../../server.ts";
import { type LoosePackage, mappingChanged, type StatedPackage } from "./queries.ts";
import { t } from "./texts.ts";

/** Patterns and packages that are decided already and stand in lists that the server has not answered anew. */
const [decided, setDecided] = createSignal<ReadonlySet<string>>(new Set());

export function isOpen(key: string): boolean {
  return !decided().has(key);
}

export interface RuleWanted {
  readonly pattern: string;
  readonly project: string;
}

/** One rule, as it stands in a proposal or as a person wrote it. */
export function setRule({ pattern, project }: RuleWanted, covered: readonly string[] = []): Promise<void> {
  return decide([pattern, ...covered], async () => {
    const rule = await asked(api.mapping.setRule.mutate({ pattern, project, preview: false }));
    return {
      said: t().ruleSet(pattern, rule.project, rule.moved.length),
      undo: () => takeBack(rule.id === null ? [] : [rule.id], rule.replaced),
    };
  });
}

/** Many proposals in one transaction. */
export function acceptProposals(
  proposals: readonly (RuleWanted & { readonly packages: readonly string[] })[],
): Promise<void> {
  const rules = proposals.map(({ pattern, project }) => ({ pattern, project }));
  const covered = proposals.flatMap(({ packages }) => packages);
  return decide([...rules.map(({ pattern }) => pattern), ...covered], async () => {
    const set = await asked(api.mapping.setRules.mutate({ rules }));
    const ids = set.rules.map(({ id }) => id);
    return { said: t().rulesSet(ids.length, set.moved), undo: () => takeBack(ids, set.replaced) };
  });
}

/** A person says where one package belongs. */
export function setPackage(one: Spoken, project: string): Promise<void> {
  return decide([one.package], async () => {
    const set = await asked(api.mapping.setPackage.mutate({ package: one.package, project }));
    const own = set.project === one.package;
    return {
      said: own ? t().packageItself(one.name) : t().packageSet(one.name, set.project),
      undo: () => takeWordBack(one),
    };
  });
}

/** The company's own, by a pattern. */
export function setOurs(pattern: string): Promise<void> {
  return decide([pattern], async () => {
    const ours = await asked(api.mapping.addFirstParty.mutate({ pattern, preview: false }));
    setDecided((before) => new Set([...before, ...ours.packages]));
    return {
      said: t().oursSet(pattern, ours.packages.length),
      undo: async () => {
        await asked(api.mapping.removeFirstParty.mutate({ pattern }));
        await settled([pattern, ...ours.packages]);
      },
    };
  });
}

/** A rule in force is taken out of force. */
export function retireRule(rule: {
  readonly id: string;
  readonly pattern: string;
  readonly project: string;
}) {
  return decide([rule.id], async () => {
    const gone = await asked(api.mapping.retireRule.mutate({ id: rule.id }));
    const { pattern, project } = rule;
    return {
      said: t().ruleRetired(pattern, gone.packages),
      undo: async () => {
        await asked(api.mapping.setRule.mutate({ pattern, project, preview: false }));
        await settled([rule.id]);
      },
    };
  });
}

/** A package with who said what of it before. */
type Spoken = Pick<LoosePackage, "package" | "name"> & Partial<Pick<StatedPackage, "basis" | "project">>;

interface Done {
  readonly said: string;
  readonly undo: () => Promise<void>;
}

async function decide(keys: readonly string[], write: () => Promise<Done>): Promise<void> {
  setDecided((before) => new Set([...before, ...keys]));
  try {
    const { said, undo } = await write();
    showToast({
      said,
      undo: async () => {
        await undo();
        await settled(keys);
      },
    });
  } catch (error) {
    showToast({ said: t().notDone(error instanceof Error ? error.message : String(error)) });
  }
  await settled(keys);
}

/** The lists are as the server has them: nothing is hidden any more. */
async function settled(keys: readonly string[]): Promise<void> {
  await mappingChanged();
  setDecided((before) => new Set([...before].filter((key) => !keys.includes(key))));
}

/** Rules that took the place of others are taken back by setting those again. */
async function takeBack(ids: readonly string[], replaced: readonly RuleWanted[]): Promise<void> {
  if (replaced.length === 0) {
    if (ids.length > 0) await asked(api.mapping.retireRules.mutate({ ids: [...ids] }));
    return;
  }
  await asked(api.mapping.setRules.mutate({ rules: [...replaced] }));
  const rules = await asked(api.mapping.listRules.query({ limit: 1000 }));
  const inForce = new Set<string>(rules.items.map(({ id }) => id));
  const left = ids.filter((id) => inForce.has(id));
  if (left.length > 0) await asked(api.mapping.retireRules.mutate({ ids: left }));
}

async function takeWordBack(one: Spoken): Promise<void> {
  if (one.basis === "person" && one.project !== undefined)
    await asked(api.mapping.setPackage.mutate({ package: one.package, project: one.project }));
  else await asked(api.mapping.releasePackage.mutate({ package: one.package }));
}
