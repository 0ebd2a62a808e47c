import { pluralOf } from "./names.ts";
import type { Name } from "./names.ts";
import type { Plan } from "./plan.ts";

/**
 * An operation: its file, the contract of its input and output, and its test. The access is the organization's own until
 * a role is decided in packages/domain/src/organization; the row in the table of operations is asked for by its test.
 */
export function operationPlan(noun: Name, verb: Name): Plan {
  const folder = pluralOf(noun.kebab);
  const contract = `${folder}-${verb.kebab}`;
  return {
    files: new Map([
      [`packages/contract/src/${contract}.ts`, contractText(noun, verb)],
      [`packages/operations/src/${folder}/${verb.kebab}.ts`, operationText(noun, verb, contract)],
    ]),
    changes: [],
  };
}

function contractText(noun: Name, verb: Name): string {
  const title = `${verb.pascal}${noun.pascal}`;
  return `import { z } from "zod";

/** What is said to ${verb.kebab.replaceAll("-", " ")} a ${noun.words.toLowerCase()}. */
export const ${title} = z.object({ id: z.string().max(60) });
export type ${title} = z.output<typeof ${title}>;

/** What is answered. */
export const ${title}Answer = z.object({ id: z.string() });
export type ${title}Answer = z.output<typeof ${title}Answer>;
`;
}

function operationText(noun: Name, verb: Name, contract: string): string {
  const title = `${verb.pascal}${noun.pascal}`;
  const camel = `${verb.camel}${noun.pascal}`;
  return `import { ${title}, ${title}Answer } from "@headwater/contract/${contract}";
import { parseIdentifier } from "@headwater/domain/identifier";
import { badField, writing } from "../operation/index.ts";

/** Say in one sentence what is true after it, and what stays as it was. */
export const ${camel} = writing({
  name: "${noun.kebab}.${verb.kebab}",
  access: "organization.change",
  input: ${title},
  output: ${title}Answer,
  async run(context, input) {
    const id = parseIdentifier("org", input.id);
    if (id !== context.organization.id) throw badField("id", "there is nothing with this id here");
    return { id };
  },
  audit: (answer) => ({ entity: \`${noun.kebab}:\${answer.id}\`, detail: {} }),
});
`;
}
