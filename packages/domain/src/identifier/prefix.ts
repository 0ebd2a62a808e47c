/** What each prefix stands for; an id says what it names, so that one kind cannot be passed for another. */
export const IDENTIFIER_PREFIXES = {
  org: "organization",
  tea: "team",
  prs: "person",
  idn: "identity",
  mem: "membership",
  prd: "product",
  src: "source",
  snp: "snapshot",
  upl: "upload",
  prj: "project",
  rul: "mapping rule",
  chn: "channel",
  ctr: "contribution",
  don: "donation",
  rat: "rate",
  exr: "exchange rate",
  aud: "audit row",
  key: "API key",
  tgt: "target",
  hdc: "headcount",
  per: "period state",
  rnd: "round",
} as const;

export type IdentifierPrefix = keyof typeof IDENTIFIER_PREFIXES;

export function isIdentifierPrefix(text: string): text is IdentifierPrefix {
  return Object.hasOwn(IDENTIFIER_PREFIXES, text);
}
