import type { Role } from "@headwater/domain/organization";
import type { Company } from "./company.ts";
import type { Planted } from "./plant.ts";

/** What an operation can be asked, so that a test can ask every one of them as everybody. */
export interface Example {
  /** Names what was planted. `role` is who asks where a row has to be theirs. */
  readonly input: (planted: Planted, company: Company, role: Role) => Given;
  /** Somebody of another organization who asks this has to be refused, because it names something of ours. */
  readonly foreign: boolean;
  /** An input that can be asked with effect again and again, from what `make` has just made; where `input` works once. */
  readonly again?: (
    make: Make,
    unique: string,
    role: Role,
    planted: Planted,
    company: Company,
  ) => Promise<Given> | Given;
}

export type Given = Readonly<Record<string, unknown>>;

/** Writes something as the owner and gives the id (or another member) of what was written. */
export type Make = (method: string, path: string, body: Given, member?: string) => Promise<string>;

const none = (): Given => ({});
const mine = (planted: Planted, _: Company, role: Role): Given => ({ id: planted.contributions[role] });
const ofPerson = (planted: Planted): Given => ({ id: planted.person });
const ofProduct = (planted: Planted): Given => ({ slug: planted.product });

const ofRound = (planted: Planted): Given => ({ id: planted.round });
const newRound = { name: "A round", budget: "5000" };

const donated = (project: string) => ({
  payee: "Somebody",
  amount: "10",
  currency: "USD",
  day: "2026-11-02",
  kind: "donation",
  project,
});
const logged = (project: string) => ({ project, day: "2026-11-02", minutes: 30, kind: "code" });

/** By the operation's name. An operation without a line here fails the tests, so that none goes without being tried from every side. */
export const examples: Readonly<Record<string, Example>> = {
  "demo.read": { input: none, foreign: false },
  "demo.remove": {
    input: none,
    foreign: false,
    again: async (make) => {
      await make("POST", "/demo", {}, "organization");
      return {};
    },
  },
  "ratio.read": { input: () => ({ by: "project" }), foreign: false },
  "summary.read": { input: none, foreign: false },
  "trend.read": { input: none, foreign: false },
  "report.read": { input: () => ({ period: "2026-Q3" }), foreign: false },
  "need.list": { input: none, foreign: false },
  "ratio.why": { input: (planted) => ({ number: "usageShare", project: planted.project }), foreign: true },
  "ratio.read-giving-months": { input: none, foreign: false },
  "ratio.read-usage-months": { input: none, foreign: false },
  "project.read": { input: (planted) => ({ project: planted.project }), foreign: true },
  "project.read-use": { input: (planted) => ({ project: planted.project }), foreign: true },
  "project.read-months": { input: (planted) => ({ project: planted.project }), foreign: true },
  "project.read-history": { input: (planted) => ({ project: planted.project }), foreign: true },
  "project.read-table": { input: none, foreign: false },
  "project.read-presence": { input: none, foreign: false },
  "search.find": { input: () => ({ q: "left" }), foreign: false },
  "view.list": { input: () => ({ page: "projects" }), foreign: false },
  "view.save": {
    input: () => ({ page: "projects", name: "Largest", search: "?sort=usage" }),
    foreign: false,
  },
  "view.remove": { input: (planted) => ({ page: "projects", name: planted.view }), foreign: true },
  "component.find": { input: (planted) => ({ q: planted.package }), foreign: false },
  "product.create": {
    input: (planted) => ({ slug: `${planted.mark}-new`, team: planted.team }),
    foreign: true,
    again: (_, unique) => ({ slug: `new-${unique}` }),
  },
  "product.list": { input: none, foreign: false },
  "product.read": { input: ofProduct, foreign: true },
  "product.change": { input: (planted) => ({ slug: planted.product, tier: 2 }), foreign: true },
  "product.retire": {
    input: (planted) => ({ slug: planted.product, day: "2026-11-20" }),
    foreign: true,
    again: async (make, unique) => ({
      slug: await make("POST", "/products", { slug: `retired-${unique}` }, "slug"),
      day: "2026-11-20",
    }),
  },
  "product.list-changes": { input: ofProduct, foreign: true },
  "product.read-change": {
    input: (planted) => ({ slug: planted.product, snapshot: "latest" }),
    foreign: true,
  },
  "product.inventory": { input: ofProduct, foreign: true },
  "product.list-projects": { input: ofProduct, foreign: true },
  "upload.list": { input: none, foreign: false },
  "upload.read": { input: (planted) => ({ id: planted.upload }), foreign: true },
  "project.add": {
    input: () => ({ slug: "github.com/curl/curl" }),
    foreign: false,
    again: (_, unique) => ({ slug: `github.com/maker/made-${unique}` }),
  },
  "project.list": { input: none, foreign: false },
  "project.set": { input: (planted) => ({ project: planted.project, controlled: false }), foreign: true },
  "package-project.set": {
    input: (planted) => ({ package: planted.package, project: planted.project }),
    foreign: true,
  },
  "package-project.list": { input: none, foreign: false },
  "mapping-rule.set": {
    input: (planted) => ({ pattern: "pkg:npm/@other/*", project: planted.project, preview: true }),
    foreign: false,
  },
  "mapping-rule.set-many": {
    input: () => ({ rules: [{ pattern: "pkg:npm/@none/*", project: "github.com/none/none" }] }),
    foreign: false,
  },
  "mapping-rule.retire-many": {
    input: (planted) => ({ ids: [planted.rule] }),
    foreign: true,
    again: async (make, unique, _, planted) => ({
      ids: [
        await make("PUT", "/mapping-rules", {
          pattern: `pkg:npm/@many${unique}/*`,
          project: planted.project,
        }),
      ],
    }),
  },
  "mapping.read-state": { input: none, foreign: false },
  "package-project.list-loose": { input: none, foreign: false },
  "package-project.release": {
    input: (planted) => ({ package: planted.package }),
    foreign: true,
    again: async (make, _, __, planted) => {
      const { package: purl, project } = planted;
      return { package: await make("PUT", "/package-projects", { package: purl, project }, "package") };
    },
  },
  "first-party.add": {
    input: () => ({ pattern: "pkg:npm/@ours-here/*", preview: true }),
    foreign: false,
  },
  "first-party.remove": { input: () => ({ pattern: "pkg:npm/@ours-here/*" }), foreign: false },
  "mapping-rule.list": { input: none, foreign: false },
  "mapping-rule.retire": {
    input: (planted) => ({ id: planted.rule }),
    foreign: true,
    again: async (make, unique, _, planted) => ({
      id: await make("PUT", "/mapping-rules", {
        pattern: `pkg:npm/@rule${unique}/*`,
        project: planted.project,
      }),
    }),
  },
  "mapping-proposal.list": { input: none, foreign: false },
  "contribution.log": { input: (planted) => logged(planted.project), foreign: true },
  "contribution.log-batch": { input: (planted) => ({ items: [logged(planted.project)] }), foreign: false },
  "contribution.list": { input: none, foreign: false },
  "contribution.read": { input: mine, foreign: true },
  "contribution.my-week": { input: none, foreign: false },
  "contribution.my-recent-work": { input: none, foreign: false },
  "contribution.find-projects": { input: (planted) => ({ q: planted.mark }), foreign: false },
  "giving.time": { input: (planted) => ({ project: planted.project }), foreign: true },
  "giving.money": { input: (planted) => ({ project: planted.project }), foreign: true },
  "contribution.reverse-batch": {
    input: (planted, company, role) => ({
      ids: [mine(planted, company, role).id],
      reason: "entered twice",
    }),
    foreign: true,
    again: async (make, _, role, planted, company) => ({
      ids: [
        await make("POST", "/contributions", {
          ...logged(planted.project),
          person: company.members[role].email,
        }),
      ],
      reason: "entered twice",
    }),
  },
  "contribution.reverse": {
    input: (planted, company, role) => ({ ...mine(planted, company, role), reason: "entered twice" }),
    foreign: true,
    again: async (make, _, role, planted, company) => ({
      id: await make("POST", "/contributions", {
        ...logged(planted.project),
        person: company.members[role].email,
      }),
      reason: "entered twice",
    }),
  },
  "donation.record": { input: (planted) => donated(planted.project), foreign: true },
  "donation.list": { input: none, foreign: false },
  "donation.read": { input: (planted) => ({ id: planted.donation }), foreign: true },
  "donation.reverse": {
    input: (planted) => ({ id: planted.donation, reason: "entered twice" }),
    foreign: true,
    again: async (make, _, __, planted) => ({
      id: await make("POST", "/donations", donated(planted.project)),
      reason: "entered twice",
    }),
  },
  "round.create": { input: () => ({ name: "A quarter", budget: "5000" }), foreign: false },
  "round.preview": { input: () => ({ budget: "5000" }), foreign: false },
  "round.list": { input: none, foreign: false },
  "round.read-plan": { input: ofRound, foreign: true },
  "round.list-lines": { input: ofRound, foreign: true },
  "round.read-sponsors": { input: ofRound, foreign: true },
  "round.change": {
    input: (planted) => ({ ...ofRound(planted), version: 2, budget: "6000" }),
    foreign: true,
    again: async (make) => ({ id: await make("POST", "/rounds", newRound), version: 1, budget: "6000" }),
  },
  "round.decide-line": {
    input: (planted) => ({ ...ofRound(planted), version: 2, project: planted.project, locked: "100" }),
    foreign: true,
    again: async (make, _, __, planted) => ({
      id: await make("POST", "/rounds", newRound),
      version: 1,
      project: planted.project,
      locked: "100",
    }),
  },
  "round.remove": {
    input: (planted) => ({ ...ofRound(planted), version: 2 }),
    foreign: true,
    again: async (make) => ({ id: await make("POST", "/rounds", newRound), version: 1 }),
  },
  "target.set": { input: () => ({ year: 2027, amount: "90000", currency: "USD" }), foreign: false },
  "target.list": { input: none, foreign: false },
  "rate.set": {
    input: () => ({ from: "2026-02-01", hourly: { amount: "90", currency: "USD" } }),
    foreign: false,
  },
  "rate.list": { input: none, foreign: false },
  "exchange-rate.set": {
    input: () => ({ base: "GBP", quote: "USD", day: "2026-11-02", rate: "1.25", source: "a bank" }),
    foreign: false,
  },
  "exchange-rate.list": { input: none, foreign: false },
  "headcount.set": { input: () => ({ month: "2026-10", developers: 39 }), foreign: false },
  "headcount.list": { input: none, foreign: false },
  "organization.read": { input: none, foreign: false },
  "organization.change": { input: () => ({ weekStart: 7 }), foreign: false },
  "period.set": { input: () => ({ period: "2024-Q1", state: "soft-closed" }), foreign: false },
  "period.read": { input: () => ({ period: "2025-Q1" }), foreign: false },
  "period.list": { input: none, foreign: false },
  "team.create": {
    input: (planted) => ({ slug: "below", name: "Below", parent: planted.team }),
    foreign: true,
    again: (_, unique) => ({ slug: `team-${unique}`, name: "New" }),
  },
  "team.change": { input: (planted) => ({ slug: planted.team, name: "Renamed" }), foreign: true },
  "team.list": { input: none, foreign: false },
  "person.create": {
    input: (planted) => ({ name: "New", email: "new@example.com", team: planted.team }),
    foreign: true,
    again: (_, unique) => ({ name: "New", email: `new-${unique}@example.com` }),
  },
  "person.read-self": { input: none, foreign: false },
  "person.list": { input: none, foreign: false },
  "person.erase": {
    input: ofPerson,
    foreign: true,
    again: async (make, unique) => ({
      id: await make("POST", "/people", { name: "Going", email: `going-${unique}@example.com` }),
    }),
  },
  "identity.add": {
    input: (planted) => ({ id: planted.person, host: "gitlab.com", handle: "handle" }),
    foreign: true,
    again: (_, unique, __, planted) => ({
      id: planted.person,
      host: "gitlab.com",
      handle: `handle-${unique}`,
    }),
  },
  "identity.list": { input: ofPerson, foreign: true },
  "membership.add": {
    input: (planted) => ({ id: planted.person, team: planted.team, from: "2026-01-01" }),
    foreign: true,
  },
  "membership.list": { input: ofPerson, foreign: true },
  "member.list": { input: none, foreign: false },
  "member.change": {
    input: (_, company) => ({ userId: company.members.viewer.userId, role: "viewer" }),
    foreign: true,
  },
  "member.remove": {
    input: (_, company) => ({ userId: company.members.viewer.userId }),
    foreign: true,
    again: async (make, unique) => ({
      userId: await make(
        "POST",
        "/members",
        {
          name: "Gone",
          email: `gone-${unique}@example.com`,
          role: "viewer",
          password: "correct horse battery",
        },
        "userId",
      ),
    }),
  },
  "key.create": { input: () => ({ name: "New", scope: "product.read" }), foreign: false },
  "key.list": { input: none, foreign: false },
  "key.revoke": {
    input: (planted) => ({ id: planted.key }),
    foreign: true,
    again: async (make) => ({ id: await make("POST", "/keys", { name: "Going", scope: "viewer" }) }),
  },
  "audit.list": { input: none, foreign: false },
  "audit.read-filters": { input: none, foreign: false },
  "audit.verify": { input: none, foreign: false },
};
