import { listAudit } from "@headwater/operations/audit/list";
import { verifyAudit } from "@headwater/operations/audit/verify";
import { findComponents } from "@headwater/operations/components/find";
import { findLoggableProjects } from "@headwater/operations/contributions/find-projects";
import { listContributions } from "@headwater/operations/contributions/list";
import { logContribution } from "@headwater/operations/contributions/log";
import { logContributions } from "@headwater/operations/contributions/log-batch";
import { readMyRecentWork } from "@headwater/operations/contributions/my-recent-work";
import { readMyWeek } from "@headwater/operations/contributions/my-week";
import { readContribution } from "@headwater/operations/contributions/read";
import { reverseContribution } from "@headwater/operations/contributions/reverse";
import { reverseContributions } from "@headwater/operations/contributions/reverse-batch";
import { listDonations } from "@headwater/operations/donations/list";
import { readDemo } from "@headwater/operations/demo/read";
import { removeDemo } from "@headwater/operations/demo/remove";
import { readDonation } from "@headwater/operations/donations/read";
import { recordDonation } from "@headwater/operations/donations/record";
import { reverseDonation } from "@headwater/operations/donations/reverse";
import { listExchangeRates } from "@headwater/operations/exchange-rates/list";
import { setExchangeRate } from "@headwater/operations/exchange-rates/set";
import { readGivenMoney } from "@headwater/operations/giving/money";
import { readGivenTime } from "@headwater/operations/giving/time";
import { listHeadcounts } from "@headwater/operations/headcounts/list";
import { setHeadcount } from "@headwater/operations/headcounts/set";
import { createKey } from "@headwater/operations/keys/create";
import { listKeys } from "@headwater/operations/keys/list";
import { revokeKey } from "@headwater/operations/keys/revoke";
import { listPackageProjects } from "@headwater/operations/mapping/list-package-projects";
import { listMappingProposals } from "@headwater/operations/mapping/list-proposals";
import { listMappingRules } from "@headwater/operations/mapping/list-rules";
import { retireMappingRule } from "@headwater/operations/mapping/retire-rule";
import { setPackageProject } from "@headwater/operations/mapping/set-package-project";
import { setMappingRule } from "@headwater/operations/mapping/set-rule";
import { setMappingRules } from "@headwater/operations/mapping/set-rules";
import { changeMember } from "@headwater/operations/members/change";
import { listMembers } from "@headwater/operations/members/list";
import { removeMember } from "@headwater/operations/members/remove";
import { listNeeds } from "@headwater/operations/needs/list";
import { changeOrganization } from "@headwater/operations/organization/change";
import { readOrganization } from "@headwater/operations/organization/read";
import { addIdentity } from "@headwater/operations/people/add-identity";
import { addMembership } from "@headwater/operations/people/add-membership";
import { createPerson } from "@headwater/operations/people/create";
import { erasePerson } from "@headwater/operations/people/erase";
import { listPeople } from "@headwater/operations/people/list";
import { listIdentities } from "@headwater/operations/people/list-identities";
import { listMemberships } from "@headwater/operations/people/list-memberships";
import { listPeriods } from "@headwater/operations/periods/list";
import { readPeriod } from "@headwater/operations/periods/read";
import { setPeriod } from "@headwater/operations/periods/set";
import { changeProduct } from "@headwater/operations/products/change";
import { createProduct } from "@headwater/operations/products/create";
import { readInventory } from "@headwater/operations/products/inventory";
import { listProducts } from "@headwater/operations/products/list";
import { listSnapshotChanges } from "@headwater/operations/products/list-changes";
import { listProductProjects } from "@headwater/operations/products/list-projects";
import { readProduct } from "@headwater/operations/products/read";
import { readSnapshotChange } from "@headwater/operations/products/read-change";
import { retireProduct } from "@headwater/operations/products/retire";
import { addProject } from "@headwater/operations/projects/add";
import { readProjectHistory } from "@headwater/operations/projects/history";
import { listProjects } from "@headwater/operations/projects/list";
import { readProjectMonths } from "@headwater/operations/projects/months";
import { readPresence } from "@headwater/operations/projects/presence";
import { readProject } from "@headwater/operations/projects/read";
import { setProject } from "@headwater/operations/projects/set";
import { readProjectTable } from "@headwater/operations/projects/table";
import { readProjectUse } from "@headwater/operations/projects/where";
import { listRates } from "@headwater/operations/rates/list";
import { setRate } from "@headwater/operations/rates/set";
import { readGivingMonths, readUsageMonths } from "@headwater/operations/ratios/months";
import { readRatios } from "@headwater/operations/ratios/read";
import { readSummary } from "@headwater/operations/ratios/summary";
import { readTrend } from "@headwater/operations/ratios/trend";
import { readReport } from "@headwater/operations/reports/read";
import { changeRound } from "@headwater/operations/rounds/change";
import { createRound } from "@headwater/operations/rounds/create";
import { decideLine } from "@headwater/operations/rounds/decide";
import { listRoundLines } from "@headwater/operations/rounds/list-lines";
import { listRounds } from "@headwater/operations/rounds/list";
import { previewRound } from "@headwater/operations/rounds/preview";
import { readPlan } from "@headwater/operations/rounds/read-plan";
import { readSponsors } from "@headwater/operations/rounds/read-sponsors";
import { removeRound } from "@headwater/operations/rounds/remove";
import { listTargets } from "@headwater/operations/targets/list";
import { setTarget } from "@headwater/operations/targets/set";
import { changeTeam } from "@headwater/operations/teams/change";
import { createTeam } from "@headwater/operations/teams/create";
import { listTeams } from "@headwater/operations/teams/list";
import { listUploads } from "@headwater/operations/uploads/list";
import { readUpload } from "@headwater/operations/uploads/read";
import { askWhy } from "@headwater/operations/why/ask";
import { linesFile, sponsorsFile } from "./round-files.ts";
import { get, patch, post, put, remove, type RestRoute } from "./route.ts";

/** The machine interface as a table of contents. Uploads (rest/uploads.ts, rest/dependency-track.ts) carry bytes and stand apart. */
export const routes: readonly RestRoute[] = [
  get("/ratios", readRatios, {
    tag: "Ratios",
    summary: "Usage, give-back and their ratio by project, team or ecosystem, largest gap first",
    csv: true,
  }),
  get("/summary", readSummary, { tag: "Ratios", summary: "The company's headline with its confidence" }),
  get("/trend", readTrend, {
    tag: "Ratios",
    summary: "The company's figures at the ends of the last twelve months, and of the period before",
  }),
  get("/report", readReport, {
    tag: "Ratios",
    summary: "The company on one page: a period's figures, ledgers, exposure and the decision that is asked",
  }),
  get("/needs", listNeeds, {
    tag: "Ratios",
    summary: "What whoever asks can mend, the most urgent first",
  }),
  get("/why", askWhy, {
    tag: "Ratios",
    summary: "How a figure comes about, with the rows to compute it again",
  }),
  get("/ratios/table", readProjectTable, {
    tag: "Ratios",
    summary: "The table of projects as somebody sees it, with its filters and in its order, whole",
    csv: true,
  }),
  get("/ratios/months", readGivingMonths, {
    tag: "Ratios",
    summary: "What each project was given, month by month",
  }),
  get("/usage/months", readUsageMonths, {
    tag: "Ratios",
    summary: "The usage share of each project, month by month",
  }),
  get("/usage/presence", readPresence, { tag: "Usage", summary: "Which products contain which projects" }),
  get("/projects:read", readProject, {
    tag: "Projects",
    summary: "One project: its figures, its packages, its ways to pay",
  }),
  get("/projects:use", readProjectUse, {
    tag: "Projects",
    summary: "Where a project is used: versions, since when, brought in by what",
  }),
  get("/projects:months", readProjectMonths, {
    tag: "Projects",
    summary: "Usage against give-back of a project, month by month",
  }),
  get("/projects:history", readProjectHistory, {
    tag: "Projects",
    summary: "What a project was given, by month and team, and in money",
  }),
  get("/components", findComponents, {
    tag: "Usage",
    summary: "Where a package is used, where it is not, and where that is unknown",
  }),

  post("/products", createProduct, { tag: "Usage", summary: "Add a product" }),
  get("/products", listProducts, { tag: "Usage", summary: "List products with their sources" }),
  get("/products/{slug}", readProduct, { tag: "Usage", summary: "One product" }),
  patch("/products/{slug}", changeProduct, { tag: "Usage", summary: "Change a product" }),
  post("/products/{slug}/retirement", retireProduct, {
    tag: "Usage",
    summary: "Say that a product, or one source of it, is no longer in use",
    status: 200,
  }),
  get("/products/{slug}/changes", listSnapshotChanges, {
    tag: "Usage",
    summary: "What changed with each snapshot",
  }),
  get("/products/{slug}/changes/{snapshot}", readSnapshotChange, {
    tag: "Usage",
    summary: "What one snapshot changed, package by package",
  }),
  get("/products/{slug}/inventory", readInventory, {
    tag: "Usage",
    summary: "What is in a product, and by which way it comes",
  }),
  get("/products/{slug}/projects", listProductProjects, {
    tag: "Usage",
    summary: "The projects that a product stands on, the heaviest first",
  }),
  get("/demo", readDemo, {
    tag: "Demo",
    summary: "Whether there is a demo company, and how far its loading has come",
  }),
  remove("/demo", removeDemo, { tag: "Demo", summary: "Remove the demo company with all that is in it" }),

  get("/sboms", listUploads, {
    tag: "Usage",
    summary: "What was uploaded and what became of it, newest first",
  }),
  get("/sboms/{id}", readUpload, { tag: "Usage", summary: "What became of an upload" }),

  post("/projects", addProject, { tag: "Projects", summary: "Add a project that no inventory names" }),
  get("/projects", listProjects, { tag: "Projects", summary: "Find projects" }),
  patch("/projects", setProject, {
    tag: "Projects",
    summary: "Rename a project, or say that the company controls it",
  }),
  put("/package-projects", setPackageProject, {
    tag: "Projects",
    summary: "Confirm which project a package belongs to",
  }),
  get("/package-projects", listPackageProjects, {
    tag: "Projects",
    summary: "Which package belongs to which project, and how that is known",
  }),
  put("/mapping-rules", setMappingRule, {
    tag: "Projects",
    summary: "Learn a rule, or preview what it would move",
  }),
  post("/mapping-rules:batch", setMappingRules, {
    tag: "Projects",
    summary: "Learn many rules at once; what they move is computed once",
    status: 200,
  }),
  get("/mapping-rules", listMappingRules, { tag: "Projects", summary: "Rules in force" }),
  remove("/mapping-rules/{id}", retireMappingRule, { tag: "Projects", summary: "Retire a rule" }),
  get("/mapping-proposals", listMappingProposals, {
    tag: "Projects",
    summary: "What ecosystem rules propose",
  }),

  post("/contributions", logContribution, { tag: "Give-back", summary: "Log time" }),
  post("/contributions:batch", logContributions, {
    tag: "Give-back",
    summary: "Log many rows of time; bad rows are answered one by one, the others kept",
    status: 200,
  }),
  get("/contributions", listContributions, { tag: "Give-back", summary: "The ledger of time", csv: true }),
  post("/contributions:reverse", reverseContributions, {
    tag: "Give-back",
    summary: "Take many rows of time back, all or none",
  }),
  get("/contributions:week", readMyWeek, { tag: "Give-back", summary: "One's own week" }),
  get("/contributions:recent", readMyRecentWork, {
    tag: "Give-back",
    summary: "What one does again and again",
  }),
  get("/contributions:projects", findLoggableProjects, {
    tag: "Give-back",
    summary: "Projects by the beginning of a name, those in our products first",
  }),
  get("/giving/time", readGivenTime, { tag: "Give-back", summary: "Totals of the ledger of time" }),
  get("/giving/money", readGivenMoney, { tag: "Give-back", summary: "Totals of the ledger of money" }),
  get("/contributions/{id}", readContribution, { tag: "Give-back", summary: "One row of time" }),
  post("/contributions/{id}/reversal", reverseContribution, {
    tag: "Give-back",
    summary: "Take a row of time back",
  }),
  post("/donations", recordDonation, { tag: "Give-back", summary: "Record money or in-kind" }),
  get("/donations", listDonations, { tag: "Give-back", summary: "The ledger of money", csv: true }),
  get("/donations/{id}", readDonation, { tag: "Give-back", summary: "One row of money" }),
  post("/donations/{id}/reversal", reverseDonation, {
    tag: "Give-back",
    summary: "Take a row of money back",
  }),

  get("/rounds:preview", previewRound, {
    tag: "Fund",
    summary: "What a budget would do, before a round is begun",
  }),
  post("/rounds", createRound, { tag: "Fund", summary: "Begin a round: a budget to be split" }),
  get("/rounds", listRounds, { tag: "Fund", summary: "Rounds, the newest first" }),
  patch("/rounds/{id}", changeRound, { tag: "Fund", summary: "Change the budget or settings of a round" }),
  remove("/rounds/{id}", removeRound, { tag: "Fund", summary: "Take a round away; send its version" }),
  get("/rounds/{id}", readPlan, {
    tag: "Fund",
    summary: "How a round splits its budget, what that does to the figures, and who is paid",
  }),
  put("/rounds/{id}/lines", decideLine, {
    tag: "Fund",
    summary: "Lock a line, leave it out, or choose who is paid",
  }),
  get("/rounds/{id}/lines", listRoundLines, {
    tag: "Fund",
    summary: "All lines of a round",
    csv: true,
    file: linesFile,
  }),
  get("/rounds/{id}/sponsors", readSponsors, {
    tag: "Fund",
    summary: "A file of GitHub's bulk sponsorships, at most 100 accounts each",
    csv: true,
    file: sponsorsFile,
  }),

  put("/targets/{year}", setTarget, {
    tag: "Settings",
    summary: "What the company means to give in a fiscal year",
  }),
  get("/targets", listTargets, { tag: "Settings", summary: "Targets" }),
  put("/rates", setRate, { tag: "Settings", summary: "An hourly rate for later rows" }),
  get("/rates", listRates, { tag: "Settings", summary: "Hourly rates" }),
  put("/exchange-rates", setExchangeRate, { tag: "Settings", summary: "An exchange rate of a day" }),
  get("/exchange-rates", listExchangeRates, { tag: "Settings", summary: "Exchange rates" }),
  put("/headcount/{month}", setHeadcount, { tag: "Settings", summary: "Full-time developers in a month" }),
  get("/headcount", listHeadcounts, { tag: "Settings", summary: "Developers by month" }),
  get("/organization", readOrganization, { tag: "Settings", summary: "The organization's settings" }),
  patch("/organization", changeOrganization, {
    tag: "Settings",
    summary: "Change settings; send the ETag as If-Match",
  }),
  put("/periods/{period}", setPeriod, { tag: "Settings", summary: "Open or close a period" }),
  get("/periods/{period}", readPeriod, { tag: "Settings", summary: "Whether a period is open" }),
  get("/periods", listPeriods, { tag: "Settings", summary: "Periods that were ever closed" }),

  post("/teams", createTeam, { tag: "People", summary: "Add a team" }),
  patch("/teams/{slug}", changeTeam, { tag: "People", summary: "Rename a team, or move it in the tree" }),
  get("/teams", listTeams, { tag: "People", summary: "Teams" }),
  post("/people", createPerson, { tag: "People", summary: "Add a person" }),
  get("/people", listPeople, { tag: "People", summary: "People" }),
  remove("/people/{id}", erasePerson, {
    tag: "People",
    summary: "Erase what is known of a person; their rows stay",
  }),
  post("/people/{id}/identities", addIdentity, {
    tag: "People",
    summary: "Link a handle or an address of theirs",
  }),
  get("/people/{id}/identities", listIdentities, {
    tag: "People",
    summary: "Handles and addresses of a person",
  }),
  post("/people/{id}/memberships", addMembership, { tag: "People", summary: "Put a person into a team" }),
  get("/people/{id}/memberships", listMemberships, { tag: "People", summary: "Teams of a person" }),
  get("/members", listMembers, { tag: "People", summary: "Who may sign in, and as what" }),
  patch("/members/{userId}", changeMember, { tag: "People", summary: "Change somebody's role" }),
  remove("/members/{userId}", removeMember, { tag: "People", summary: "Take somebody's access away" }),
  post("/keys", createKey, {
    tag: "People",
    summary: "Make an API key; its value is shown this once",
    secret: "key",
  }),
  get("/keys", listKeys, { tag: "People", summary: "API keys" }),
  remove("/keys/{id}", revokeKey, { tag: "People", summary: "Revoke an API key" }),

  get("/audit", listAudit, { tag: "Audit", summary: "Who did what to which thing", csv: true }),
  get("/audit/verification", verifyAudit, { tag: "Audit", summary: "Recompute the chain of hashes" }),
];
