/**
 * The pattern with which a rule from a package begins: what is proposed for it, else its name up to the last dash
 * (`pkg:npm/eslint-plugin-*`), else the package alone. A person goes on from there.
 */
export function patternFrom(one: {
  readonly package: string;
  readonly proposal?: { readonly pattern: string } | null;
}): string {
  if (one.proposal !== undefined && one.proposal !== null) return one.proposal.pattern;
  const slash = one.package.lastIndexOf("/");
  const dash = one.package.lastIndexOf("-");
  return dash > slash + 1 ? `${one.package.slice(0, dash + 1)}*` : one.package;
}
