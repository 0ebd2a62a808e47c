import { PackageStatement } from "@headwater/contract/products";
import { z } from "zod";

const Beside = z.object({
  files: z.array(z.tuple([z.string(), z.string()])),
  statements: z.array(PackageStatement),
});

interface BesideInput {
  readonly beside: ReadonlyMap<string, string>;
  readonly statements: readonly z.output<typeof PackageStatement>[];
}

/** What lay beside a file as text to keep, in an order that does not depend on how it was sent; null where there is nothing. */
export function encodeBeside({ beside, statements }: BesideInput): string | null {
  if (beside.size === 0 && statements.length === 0) return null;
  const files = [...beside].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = [...statements].sort((a, b) => (a.purl < b.purl ? -1 : a.purl > b.purl ? 1 : 0));
  return JSON.stringify({ files, statements: sorted });
}

export function decodeBeside(text: string | null): {
  beside: Map<string, string>;
  statements: z.output<typeof PackageStatement>[];
} {
  if (text === null) return { beside: new Map(), statements: [] };
  const { files, statements } = Beside.parse(JSON.parse(text));
  return { beside: new Map(files), statements };
}
