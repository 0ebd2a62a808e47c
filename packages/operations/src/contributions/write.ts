import type { LogContribution } from "@headwater/contract/contributions";
import { contributionNotes, contributions, people, projects } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { addDays } from "@headwater/domain/period";
import { and, eq, sql } from "drizzle-orm";
import { requireOpen } from "../giving/periods.ts";
import { valueOfMinutes } from "../giving/value.ts";
import { badField, type Context, Refused } from "../operation/index.ts";
import { newProjectSlug } from "../projects/add.ts";
import { resolveProject } from "../projects/resolve.ts";
import { nameOfSlug } from "../uploads/packages.ts";

/** Writes one row of the time ledger and its words beside it; answers the row's id. */
export async function writeContribution(
  context: Context,
  input: LogContribution,
): Promise<Identifier<"ctr">> {
  // A day begins somewhere on Earth up to fourteen hours before it does here: tomorrow can be somebody's today.
  if (input.day > addDays(context.today, 1))
    throw badField("day", `${input.day} is in the future; time is logged when it has been given`);
  await requireOpen(context, input.day, "day");
  const project = await projectOf(context, input);
  const person = await personOf(context, input.person);
  const valuation = await valueOfMinutes(context, input.minutes, input.day, person);
  const id = context.newId("ctr");
  const organizationId = context.organization.id;
  await context.db.insert(contributions).values({
    organizationId,
    id,
    personId: person.id,
    projectId: project.id,
    day: input.day,
    minutes: input.minutes,
    kind: input.kind,
    basis: input.basis,
    currency: context.organization.currency,
    ...valuation,
  });
  if (input.link !== undefined || input.note !== undefined)
    await context.db
      .insert(contributionNotes)
      .values({ organizationId, contributionId: id, link: input.link ?? null, note: input.note ?? null });
  return id;
}

/** Time was given whether or not we use the project: with `add` its address makes it known, in the same transaction. */
async function projectOf(context: Context, { project, add }: LogContribution) {
  const slug = add ? newProjectSlug(project) : null;
  if (slug !== null)
    await context.db
      .insert(projects)
      .values({
        organizationId: context.organization.id,
        id: context.newId("prj"),
        slug,
        name: nameOfSlug(slug),
        provisional: false,
      })
      .onConflictDoNothing();
  return await resolveProject(context, slug ?? project, "project");
}

async function personOf(context: Context, email: string | undefined) {
  const own = context.actor.personId;
  const condition =
    email === undefined
      ? own === null
        ? null
        : eq(people.id, own)
      : eq(sql`lower(${people.email})`, email.toLowerCase());
  if (condition === null)
    throw badField("person", "say whose time it was: this key belongs to nobody", "unknown-person");
  const [row] = await context.db
    .select({ id: people.id, roleFamily: people.roleFamily, region: people.region })
    .from(people)
    .where(and(eq(people.organizationId, context.organization.id), condition));
  if (row && row.id !== own && !context.may("contribution.log-for-others"))
    throw new Refused(
      "not-allowed",
      "You may log your own time only; leave out person, or ask the program office.",
      { fields: [{ field: "person", message: "only your own" }] },
    );
  if (!row)
    throw badField(
      "person",
      "nobody with this e-mail address is known here; add them first with POST /api/v1/people",
      "unknown-person",
    );
  return row;
}
