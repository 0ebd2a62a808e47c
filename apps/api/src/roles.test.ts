import { accesses, may, roles } from "@headwater/domain/organization";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { everyCall } from "./testing/calls.ts";
import { specialCalls } from "./testing/special-calls.ts";

const page = readFileSync(new URL("../../../docs/security/roles.md", import.meta.url), "utf8");

it("prints in docs/security/roles.md what each role may do, as it is enforced", () => {
  const rows = accesses.map(
    (access) => `| \`${access}\` | ${roles.map((role) => (may([role], access) ? "yes" : "·")).join(" | ")} |`,
  );
  const printed = page.split("\n").filter((line) => /^\| `[a-z-]+\.[a-z-]+` \| (?:yes|·) \|/.test(line));
  expect(printed).toEqual(rows);
  expect(page).toContain(`| may | ${roles.join(" | ")} |`);
});

it("prints in docs/security/roles.md what each right opens, as it is served", () => {
  const calls = [...everyCall(), ...specialCalls].filter(({ name }) => !name.startsWith("trpc "));
  const opened = accesses.map(
    (access) =>
      [access, calls.filter((call) => call.access === access).map(({ name }) => `\`${name}\``)] as const,
  );
  const rows = opened
    .filter(([, names]) => names.length > 0)
    .map(([access, names]) => `| \`${access}\` | ${names.join(", ")} |`);
  expect(
    page.split("\n").filter((line) => /^\| `[a-z-]+\.[a-z-]+` \| `(?:GET|POST|PUT|PATCH|DELETE) /.test(line)),
  ).toEqual(rows);
});
