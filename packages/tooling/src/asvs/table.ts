import { z } from "zod";

const Shown = z.strictObject({
  /** A test file, from the root of the repository. */
  file: z.string().min(1),
  /** The test's full name: groups and title with " > " between them. */
  test: z.string().min(1),
});

const Requirement = z.strictObject({
  id: z.string().regex(/^V\d+\.\d+\.\d+$/),
  level: z.int().min(1).max(3),
  /** What is asked for, in our own words. */
  name: z.string().min(1),
  status: z.enum(["met", "not applicable", "not yet"]),
  tests: z.array(Shown).optional(),
  reason: z.string().optional(),
});
export type Requirement = z.output<typeof Requirement>;

/** docs/security/asvs.json: how each requirement of the standard is answered. */
export const SecurityTable = z.strictObject({
  standard: z.literal("OWASP ASVS 5.0.0"),
  source: z.string(),
  requirements: z.array(Requirement),
});
export type SecurityTable = z.output<typeof SecurityTable>;
