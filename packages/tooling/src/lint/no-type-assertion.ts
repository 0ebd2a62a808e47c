import { childNode, childNodes } from "./rule.ts";
import type { Rule, RuleContext, SyntaxNode } from "./rule.ts";

const LONGEST_BRANDING_STATEMENTS = 4;

/**
 * A type assertion tells the compiler what nobody checked. Allowed are `as const`, and a branding function:
 * a short function that says the brand in its return type and asserts it in its result, after its checks.
 */
export const noTypeAssertion: Rule = {
  meta: { type: "problem", docs: { description: "no `as` but `as const` and in branding functions" } },
  create(context) {
    return {
      TSAsExpression(node) {
        if (isConst(context, node) || isBranding(context, node)) return;
        context.report({
          node,
          message:
            "No type assertion: narrow with a check, parse with the contract, or brand in a function of its own.",
        });
      },
      TSTypeAssertion(node) {
        context.report({ node, message: "No type assertion in angle brackets." });
      },
    };
  },
};

function isConst(context: RuleContext, node: SyntaxNode): boolean {
  const type = childNode(node, "typeAnnotation");
  return type !== null && context.sourceCode.getText(type) === "const";
}

function isBranding(context: RuleContext, node: SyntaxNode): boolean {
  const owner = functionReturning(node);
  const asserted = childNode(node, "typeAnnotation");
  const declared = owner && childNode(owner, "returnType");
  if (!owner || !asserted || !declared) return false;
  const body = childNode(owner, "body");
  const statements = body?.type === "BlockStatement" ? childNodes(body, "body").length : 1;
  if (statements > LONGEST_BRANDING_STATEMENTS) return false;
  const alternatives = context.sourceCode.getText(declared).replace(/^:\s*/, "").split("|");
  return alternatives.some((one) => one.trim() === context.sourceCode.getText(asserted).trim());
}

/** The function whose result is this expression, directly or through one conditional; null where it is anything else. */
function functionReturning(node: SyntaxNode): SyntaxNode | null {
  let above = node.parent ?? null;
  if (above?.type === "ConditionalExpression") above = above.parent ?? null;
  if (above?.type === "ArrowFunctionExpression") return above;
  if (above?.type !== "ReturnStatement") return null;
  while (above && !/Function/.test(above.type)) above = above.parent ?? null;
  return above;
}
