import { Contribution, LogContribution } from "@headwater/contract/contributions";
import { contributions } from "@headwater/db/tables";
import { eq } from "drizzle-orm";
import { writing } from "../operation/index.ts";
import { contributionRows } from "./row.ts";
import { writeContribution } from "./write.ts";

export const logContribution = writing({
  name: "contribution.log",
  access: "contribution.log",
  input: LogContribution,
  output: Contribution,
  async run(context, input) {
    const id = await writeContribution(context, input);
    const [row] = await contributionRows(context, eq(contributions.id, id), 1);
    if (!row) throw new Error(`${id} was written and cannot be read`);
    return row;
  },
  audit: (row) => ({
    entity: `contribution:${row.id}`,
    detail: { project: row.projectId, day: row.day, minutes: row.minutes, kind: row.kind, basis: row.basis },
  }),
});
