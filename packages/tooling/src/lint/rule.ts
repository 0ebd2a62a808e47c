/** The part of a syntax node that our rules read; the rest is reached through `childNode`. */
export interface SyntaxNode {
  readonly type: string;
  readonly parent?: SyntaxNode | null;
  readonly [key: string]: unknown;
}

export interface RuleContext {
  readonly report: (finding: { readonly node: SyntaxNode; readonly message: string }) => void;
  readonly sourceCode: { readonly getText: (node: SyntaxNode) => string };
}

export interface Rule {
  readonly meta: { readonly type: "problem"; readonly docs: { readonly description: string } };
  readonly create: (context: RuleContext) => Record<string, (node: SyntaxNode) => void>;
}

export function childNode(node: SyntaxNode, key: string): SyntaxNode | null {
  return isNode(node[key]) ? node[key] : null;
}

export function childNodes(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
