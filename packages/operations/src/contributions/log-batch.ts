import { LogContribution, LogContributions, LoggedContributions } from "@headwater/contract/contributions";
import { inSavepoint } from "@headwater/db";
import { contributions } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { Refused, writing } from "../operation/index.ts";
import { contributionRows } from "./row.ts";
import { writeContribution } from "./write.ts";

type Refusal = {
  readonly row: number;
  readonly error: { readonly code: string; readonly message: string; readonly field: string | null };
};

/** Each row on its own: a bad one is answered with what is wrong and where, the others are kept. */
export const logContributions = writing({
  name: "contribution.log-batch",
  access: "contribution.log",
  input: LogContributions,
  output: LoggedContributions,
  async run(context, input): Promise<z.output<typeof LoggedContributions>> {
    const outcomes: (Identifier<"ctr"> | Refusal)[] = [];
    for (const [index, given] of input.items.entries()) {
      const parsed = LogContribution.safeParse(given);
      if (!parsed.success) outcomes.push(malformed(index + 1, parsed.error));
      else
        outcomes.push(
          await inSavepoint(context.db, (db) => writeContribution({ ...context, db }, parsed.data)).catch(
            (error: unknown) => refusedRow(index + 1, error),
          ),
        );
    }
    const ids = outcomes.filter((outcome) => typeof outcome === "string");
    const rows =
      ids.length === 0 ? [] : await contributionRows(context, inArray(contributions.id, ids), ids.length);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = outcomes.map((outcome) => {
      const row = typeof outcome === "string" ? byId.get(outcome) : outcome;
      if (row === undefined) throw new Error("a row of the batch was written and cannot be read");
      return row;
    });
    return { items, logged: ids.length, refused: outcomes.length - ids.length };
  },
  audit: (output) => ({
    entity: null,
    detail: {
      logged: output.items.flatMap((item) => ("id" in item ? [item.id] : [])),
      refused: output.refused,
    },
  }),
});

function malformed(row: number, error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const field = issue === undefined ? null : issue.path.join(".") || null;
  return {
    row,
    error: {
      code: "bad-field",
      message: `row ${row}: ${field ?? "row"}: ${issue?.message ?? "not a contribution"}`,
      field,
    },
  };
}

function refusedRow(row: number, error: unknown): Refusal {
  if (!(error instanceof Refused)) throw error;
  return {
    row,
    error: {
      code: error.code,
      message: `row ${row}: ${error.message}`,
      field: error.fields[0]?.field ?? null,
    },
  };
}
