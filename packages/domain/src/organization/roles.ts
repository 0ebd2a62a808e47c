/** Who may do what. docs/security/roles.md prints this table; a test compares the two. */

export const roles = [
  "viewer",
  "contributor",
  "lead",
  "ospo",
  "finance",
  "security",
  "auditor",
  "owner",
] as const;
export type Role = (typeof roles)[number];

/** Everything that can be asked of Headwater, as `<noun>.<what>`. Each operation names exactly one. */
export const accesses = [
  "organization.read",
  "organization.change",
  "member.read",
  "member.manage",
  "key.manage",
  "product.read",
  "product.change",
  "upload.submit",
  "mapping.read",
  "mapping.change",
  "contribution.log",
  "contribution.log-for-others",
  "contribution.read",
  "contribution.read-people",
  "contribution.reverse-any",
  "donation.read",
  "donation.record",
  "target.read",
  "target.set",
  "rate.read",
  "rate.set",
  "exchange-rate.read",
  "exchange-rate.set",
  "headcount.read",
  "headcount.set",
  "team.read",
  "team.manage",
  "person.read",
  "person.manage",
  "period.read",
  "period.close",
  "ratio.read",
  "round.plan",
  "component.read",
  "audit.read",
  "export.read",
  "demo.manage",
] as const;
export type Access = (typeof accesses)[number];

const reading: readonly Access[] = [
  "organization.read",
  "product.read",
  "mapping.read",
  "contribution.read",
  "donation.read",
  "target.read",
  "exchange-rate.read",
  "headcount.read",
  "team.read",
  "period.read",
  "ratio.read",
  "component.read",
];
const contributing: readonly Access[] = [...reading, "contribution.log"];
const leading: readonly Access[] = [...contributing, "product.change", "upload.submit", "mapping.change"];

const granted: Record<Role, readonly Access[]> = {
  viewer: reading,
  contributor: contributing,
  lead: leading,
  // The program office runs the picture: it may log for others, and looks after people and teams, but sees no hourly rate.
  ospo: [
    ...leading,
    "member.read",
    "key.manage",
    "contribution.log-for-others",
    "contribution.reverse-any",
    "donation.record",
    "target.set",
    "exchange-rate.set",
    "headcount.set",
    "round.plan",
    "team.manage",
    "person.read",
    "person.manage",
    "audit.read",
  ],
  // Only finance (and the owner) sees and sets rates; a rate belongs to a role family and region, never to a person.
  finance: [
    ...contributing,
    "donation.record",
    "target.set",
    "rate.read",
    "rate.set",
    "exchange-rate.set",
    "headcount.set",
    "round.plan",
    "period.close",
    "audit.read",
    "export.read",
  ],
  security: [...contributing, "product.change", "upload.submit", "mapping.change", "audit.read"],
  auditor: [
    ...reading,
    "rate.read",
    "member.read",
    "person.read",
    "contribution.read-people",
    "audit.read",
    "export.read",
  ],
  owner: accesses,
};

const grantedSets = new Map<Role, ReadonlySet<Access>>(roles.map((role) => [role, new Set(granted[role])]));

/** What an API key or a member was given: role names, single accesses, or `all`. */
export type Scope = Role | Access | "all";

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

export function isScope(text: string): text is Scope {
  return text === "all" || isRole(text) || accesses.some((access) => access === text);
}

/** True when one of the scopes includes the access. */
export function may(scopes: readonly Scope[], access: Access): boolean {
  return scopes.some(
    (scope) =>
      scope === "all" ||
      scope === access ||
      (isRole(scope) && (grantedSets.get(scope)?.has(access) ?? false)),
  );
}
