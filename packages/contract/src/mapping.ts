import { z } from "zod";
import { Page, pageOf, ProjectReference, Text } from "./words.ts";

export const PackageProject = z.object({
  package: z.string(),
  name: z.string(),
  project: z.string(),
  basis: z.enum(["provisional", "stated", "rule", "person"]),
  evidence: z.array(z.object({ project: z.string(), statement: z.string(), source: z.string() })),
});
export const SetPackageProject = z.object({ package: Text(1000), project: ProjectReference });
export const ListPackageProjects = z.object({
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
  /** Products whose usage is still being computed when the answer comes: more than a request can wait for. */
  recomputing: z.number().int(),
});
export const RetireMappingRule = z.object({ id: z.string().max(60) });
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
