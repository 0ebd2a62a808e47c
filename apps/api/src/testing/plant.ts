import type { Role } from "@headwater/domain/organization";
import { cycloneDx } from "@headwater/operations/testing/cyclone-dx";
import { textAt, valueAt, type Answer, type Question } from "./ask.ts";
import type { Company } from "./company.ts";
import type { Served } from "./server.ts";

/** Ids of what an organization holds, one of each kind. Every text of it carries the mark of the organization. */
export interface Planted {
  readonly mark: string;
  readonly team: string;
  readonly person: string;
  readonly personEmail: string;
  readonly product: string;
  readonly productUuid: string;
  readonly upload: string;
  readonly uploadToken: string;
  readonly project: string;
  readonly package: string;
  readonly rule: string;
  readonly donation: string;
  /** With a line that was decided. */
  readonly round: string;
  readonly key: string;
  /** The name that each member has given to a view of the projects. */
  readonly view: string;
  /** A row of time of each member. */
  readonly contributions: Readonly<Record<Role, string>>;
}

/** Puts one of everything into an organization, through the machine interface. */
export async function plant(served: Served, company: Company, mark: string): Promise<Planted> {
  const write = (method: string, path: string, body: unknown): Promise<Answer> =>
    done(served, company, { method, path: `/api/v1${path}`, body });
  const read = (path: string): Promise<Answer> => done(served, company, { path: `/api/v1${path}` });
  await write("PATCH", "/organization", { name: `${mark} Incorporated` });
  const team = textAt(
    (await write("POST", "/teams", { slug: `${mark}-team`, name: `${mark} team` })).json,
    "slug",
  );
  const personEmail = `${mark}@people.example.com`;
  const person = textAt(
    (
      await write("POST", "/people", {
        name: `${mark} person`,
        email: personEmail,
        team,
        roleFamily: `${mark} family`,
      })
    ).json,
    "id",
  );
  await write("POST", `/people/${person}/identities`, { host: "github.com", handle: `${mark}-handle` });
  const product = textAt(
    (await write("POST", "/products", { slug: `${mark}-shop`, name: `${mark} shop`, tier: 1, team })).json,
    "slug",
  );
  const project = `github.com/${mark}/kernel`;
  const inventory = cycloneDx({
    direct: [`${mark}-a`, `${mark}-b`],
    needs: { [`${mark}-a`]: [`${mark}-c`] },
    repositories: { [`${mark}-a`]: project, [`${mark}-c`]: project },
  });
  const uploaded = await done(served, company, {
    method: "POST",
    path: `/api/v1/sboms?product=${product}&source=${mark}.json&wait=true`,
    body: inventory,
  });
  await done(served, company, {
    method: "POST",
    path: `/api/v1/sboms?product=${product}&source=package-lock.json&wait=true`,
    body: lockfile(mark),
  });
  const token = textAt(
    (await write("PUT", "/bom", { projectName: product, bom: Buffer.from(inventory).toString("base64") }))
      .json,
    "token",
  );
  const rule = textAt(
    (await write("PUT", "/mapping-rules", { pattern: `pkg:npm/@${mark}/*`, project })).json,
    "id",
  );
  await write("PUT", "/rates", {
    from: "2026-01-01",
    roleFamily: `${mark} family`,
    hourly: { amount: "110", currency: "USD" },
  });
  await write("PUT", "/targets/2026", { amount: "80000", currency: "USD" });
  await write("PUT", "/exchange-rates", {
    base: "EUR",
    quote: "USD",
    day: "2026-11-02",
    rate: "1.0834",
    source: `${mark} bank`,
  });
  await write("PUT", "/headcount/2026-11", { developers: 40 });
  await write("PUT", "/periods/2025-Q1", { period: "2025-Q1", state: "closed" });
  const donation = await write("POST", "/donations", {
    payee: `${mark} foundation`,
    amount: "500",
    currency: "USD",
    day: "2026-11-02",
    kind: "donation",
    project,
    channel: `https://${mark}.example.org`,
    reference: `${mark} receipt`,
  });
  const round = textAt(
    (await write("POST", "/rounds", { name: `${mark} round`, budget: "4000" })).json,
    "id",
  );
  const leftOut = { version: 1, project, leftOut: `${mark} reason` };
  await write("PUT", `/rounds/${round}/lines`, leftOut);
  const key = await write("POST", "/keys", { name: `${mark} key`, scope: "viewer" });
  const view = `${mark} view`;
  const saved = { page: "projects", name: view, search: "?sort=usage" };
  for (const { session } of Object.values(company.members))
    await served.askAs(session, { method: "POST", path: "/api/trpc/views.save", body: saved });
  const contribution = async (role: Role): Promise<string> => {
    const logged = await write("POST", "/contributions", {
      project,
      day: "2026-11-03",
      minutes: 45,
      kind: "review",
      note: `${mark} note`,
      person: company.members[role].email,
    });
    return textAt(logged.json, "id");
  };
  const products = await read("/products");
  return {
    mark,
    team,
    person,
    personEmail,
    product,
    productUuid: textAt(products.json, "items", 0, "uuid"),
    upload: textAt(uploaded.json, "id"),
    uploadToken: token,
    project,
    package: `pkg:npm/${mark}-b`,
    rule,
    donation: textAt(donation.json, "id"),
    round,
    key: textAt(key.json, "id"),
    view,
    contributions: {
      viewer: await contribution("viewer"),
      contributor: await contribution("contributor"),
      lead: await contribution("lead"),
      ospo: await contribution("ospo"),
      finance: await contribution("finance"),
      security: await contribution("security"),
      auditor: await contribution("auditor"),
      owner: await contribution("owner"),
    },
  };
}

/** A lockfile that says how its package can be paid. */
function lockfile(mark: string): string {
  const name = `${mark}-paid`;
  const installed = {
    version: "1.0.0",
    resolved: `https://registry.example/${name}/-/${name}-1.0.0.tgz`,
    funding: { url: `https://opencollective.com/${name}` },
  };
  // A name with its owner in it, so that the company has a package of its own.
  const root = `@${mark}-own/root`;
  return JSON.stringify({
    name: root,
    lockfileVersion: 3,
    packages: {
      "": { name: root, dependencies: { [name]: "1.0.0" } },
      [`node_modules/${name}`]: installed,
    },
  });
}

async function done(served: Served, company: Company, question: Question): Promise<Answer> {
  const answer = await served.askAs(company.members.owner.session, question);
  if (answer.status >= 300)
    throw new Error(
      `${question.method ?? "GET"} ${question.path} answered ${answer.status}: ${answer.text} ${valueAt(answer.json, "code") === "internal-error" ? served.log.join("\n") : ""}`,
    );
  return answer;
}
