import { childNode, childNodes } from "./rule.ts";
import type { Rule, SyntaxNode } from "./rule.ts";

const ambientMembers: ReadonlyMap<string, string> = new Map([
  ["Date.now", "the clock"],
  ["Math.random", "randomness"],
  ["performance.now", "the clock"],
  ["crypto.randomUUID", "randomness"],
  ["crypto.getRandomValues", "randomness"],
]);

/** Pure packages take time and randomness as arguments, so that the same input gives the same number for ever. */
export const noAmbientInput: Rule = {
  meta: { type: "problem", docs: { description: "no clock and no randomness in pure packages" } },
  create(context) {
    const refuse = (node: SyntaxNode, what: string) =>
      context.report({ node, message: `A pure package must not read ${what}: take it as an argument.` });
    return {
      MemberExpression(node) {
        const object = childNode(node, "object");
        const property = childNode(node, "property");
        const what = ambientMembers.get(`${String(object?.["name"])}.${String(property?.["name"])}`);
        if (what) refuse(node, what);
      },
      NewExpression(node) {
        const isDate = childNode(node, "callee")?.["name"] === "Date";
        if (isDate && childNodes(node, "arguments").length === 0) refuse(node, "the clock");
      },
      CallExpression(node) {
        if (childNode(node, "callee")?.["name"] === "Date") refuse(node, "the clock");
      },
    };
  },
};
