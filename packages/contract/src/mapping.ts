import { z } from "zod";
import { Page, pageOf, ProjectReference, Text } from "./words.ts";

export const PackageProject = z.object({
  package: z.string(),
  name: z.string(),
  project: z.string(),
  basis: z.enum(["provisional", "stated", "rule", "person"]),
  evidence: z.array(z.object({ project: z.string(), statement: z.string(), source: z.string() })),
});
/** A package after somebody spoke of it. */
export const PackageProjectResult = PackageProject.extend({
  /** Products whose usage is still being computed when the answer comes. */
  recomputing: z.number().int(),
});
export const SetPackageProject = z.object({ package: Text(1000), project: ProjectReference });
/** Takes a person's word on a package back: rules and files say again where it belongs. */
export const ReleasePackage = z.object({ package: Text(1000) });
/** `disputed`: only packages of which files name more than one project. */
export const ListPackageProjects = z.object({
  disputed: z.union([z.boolean(), z.stringbool()]).optional(),
  project: ProjectReference.optional(),
  basis: PackageProject.shape.basis.optional(),
  ...Page,
});
export const PackageProjects = pageOf(PackageProject);

export const MappingRule = z.object({
  id: z.string(),
  pattern: z.string(),
  project: z.string(),
  packages: z.number().int(),
});
/** With `preview` nothing is written: the answer says which packages the rule would move, and from where. */
export const SetMappingRule = z.object({
  pattern: Text(600),
  project: ProjectReference,
  preview: z.union([z.boolean(), z.stringbool()]).default(false),
});
export const MappingRuleResult = MappingRule.extend({
  id: z.string().nullable(),
  moved: z.array(z.object({ package: z.string(), from: z.string(), provisional: z.boolean() })),
  kept: z.array(z.object({ package: z.string(), project: z.string(), reason: z.string() })),
  /** Rules with the same pattern that it takes the place of: to take it back is to set them again. */
  replaced: z.array(z.object({ pattern: z.string(), project: z.string() })),
  /** Products whose usage is still being computed when the answer comes: more than a request can wait for. */
  recomputing: z.number().int(),
});
/** Many rules in one transaction, as when proposals are accepted together: what they move is computed once. */
export const SetMappingRules = z.object({
  rules: z
    .array(z.object({ pattern: Text(600), project: ProjectReference }))
    .min(1)
    .max(2000),
});
export const MappingRulesResult = z.object({
  rules: z.array(MappingRule),
  /** Rules with the same patterns that were in force before: to take the new ones back is to set these again. */
  replaced: z.array(z.object({ pattern: z.string(), project: z.string() })),
  moved: z.number().int(),
  recomputing: z.number().int(),
});
export const RetireMappingRule = z.object({ id: z.string().max(60) });
export const RetiredMappingRule = MappingRule.extend({ recomputing: z.number().int() });
export const RetireMappingRules = z.object({ ids: z.array(z.string().max(60)).min(1).max(2000) });
export const RetiredMappingRules = z.object({
  rules: z.array(MappingRule),
  moved: z.number().int(),
  recomputing: z.number().int(),
});
export const ListMappingRules = z.object({ ...Page });
export const MappingRules = pageOf(MappingRule);

/** What ecosystem rules propose for packages that stand alone: an npm scope, a vanity path of Go. */
export const MappingProposal = z.object({
  pattern: z.string(),
  project: z.string(),
  reason: z.string(),
  packages: z.array(z.string()),
  usageShare: z.number().nullable(),
});
export const ListMappingProposals = z.object({});

/** Packages of which nobody says where they belong, those that carry most of our usage first. */
export const ListLoosePackages = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(200) });
export const LoosePackage = z.object({
  package: z.string(),
  name: z.string(),
  /** Slug of its own provisional project. */
  project: z.string(),
  /** Part of all usage over the last twelve months; null where none is known. */
  usageShare: z.number().nullable(),
  /** Products that contain it, and how. */
  products: z.array(z.object({ slug: z.string(), name: z.string(), direct: z.boolean().nullable() })),
  versions: z.array(z.string()),
  /** What the customs of its ecosystem suggest. */
  proposal: z.object({ pattern: z.string(), project: z.string(), reason: z.string() }).nullable(),
});
export const LoosePackages = z.object({ items: z.array(LoosePackage), total: z.number().int() });

/** How far the mapping has come. */
export const ReadMappingState = z.object({});
export const MappingState = z.object({
  /** Part of usage over the last twelve months that rests on confirmed projects; null where no usage is known. */
  confirmedUsage: z.number().nullable(),
  packages: z.object({
    provisional: z.number().int(),
    stated: z.number().int(),
    rule: z.number().int(),
    person: z.number().int(),
  }),
  rules: z.number().int(),
  firstPartyPatterns: z.array(z.string()),
  /** Products whose usage is being computed now. */
  recomputing: z.number().int(),
});

/** Packages that a pattern covers are the company's own. With `preview` nothing is written. */
export const AddFirstParty = z.object({
  pattern: Text(300),
  preview: z.union([z.boolean(), z.stringbool()]).default(false),
});
export const RemoveFirstParty = z.object({ pattern: Text(300) });
export const FirstPartyResult = z.object({
  pattern: z.string(),
  /** False where it stood there already, or stood there no more. */
  changed: z.boolean(),
  packages: z.array(z.string()),
  recomputing: z.number().int(),
});
export const MappingProposals = z.object({ items: z.array(MappingProposal) });

export const Channel = z.object({
  url: z.string(),
  platform: z.string(),
  source: z.string(),
  seenAt: z.string(),
});
export const SetProject = z.object({
  project: ProjectReference,
  name: Text(200).optional(),
  controlled: z.boolean().optional(),
});
/** A project beyond the inventory, by its slug or repository address, so that giving to it can be recorded. */
export const AddProject = z.object({ slug: Text(600), name: Text(200).optional() });
/** `q` is a part of the slug or of the name. */
export const ListProjects = z.object({
  q: Text(200).optional(),
  provisional: z.union([z.boolean(), z.stringbool()]).optional(),
  ...Page,
});
export const Project = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  provisional: z.boolean(),
  controlled: z.boolean(),
});
export const Projects = pageOf(Project);
