import { accesses, roles } from "@headwater/domain/organization";
import { z } from "zod";
import { EmailAddress, Password } from "./installation.ts";
import { CalendarDay, LooseName, Money, Page, pageOf, Slug, Text } from "./words.ts";

export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  weekStart: z.number().int(),
  fiscalYearStart: z.number().int(),
  smallProductFloor: z.number().int(),
  smallestGift: Money,
  firstPartyPatterns: z.array(z.string()),
  revision: z.number().int(),
});
export type Organization = z.output<typeof Organization>;

/** The settings after a change. */
export const ChangedOrganization = Organization.extend({
  /** Products whose usage is still being computed when the answer comes. */
  recomputing: z.number().int(),
});

export const ReadOrganization = z.object({});

/** `ifMatch` is the ETag of the settings that the change was made from; another one in between is refused with 412. */
export const ChangeOrganization = z.object({
  ifMatch: z.string().max(80).optional(),
  name: LooseName.optional(),
  currency: z.string().max(3).optional(),
  timeZone: z.string().max(64).optional(),
  weekStart: z.number().int().min(1).max(7).optional(),
  fiscalYearStart: z.number().int().min(1).max(12).optional(),
  smallProductFloor: z.number().int().min(0).max(1000).optional(),
  smallestGift: Money.optional(),
  firstPartyPatterns: z.array(Text(300)).max(200).optional(),
});
export type ChangeOrganization = z.output<typeof ChangeOrganization>;

export const Team = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
});
export const CreateTeam = z.object({ slug: Slug, name: LooseName, parent: Slug.optional() });
export type CreateTeam = z.output<typeof CreateTeam>;
/** `parent` null makes it a team of its own at the top. */
export const ChangeTeam = z.object({
  slug: Slug,
  name: LooseName.optional(),
  parent: Slug.nullable().optional(),
});
export type ChangeTeam = z.output<typeof ChangeTeam>;
export const ListTeams = z.object({ ...Page });
export const Teams = pageOf(Team);

export const Person = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  roleFamily: z.string().nullable(),
  region: z.string().nullable(),
  erased: z.boolean(),
});
export const CreatePerson = z.object({
  name: Text(120),
  email: EmailAddress,
  roleFamily: Text(80).optional(),
  region: Text(80).optional(),
  team: Slug.optional(),
});
export type CreatePerson = z.output<typeof CreatePerson>;
export const ListPeople = z.object({ ...Page });
export const People = pageOf(Person);
/** Who asks: the person of the session, null for a key or a job, and all that they may do. */
export const ReadSelf = z.object({});
export const Self = z.object({ person: z.string().nullable(), may: z.array(z.enum(accesses)) });
export const ErasePerson = z.object({ id: z.string().max(60) });

export const Identity = z.object({
  id: z.string(),
  host: z.string(),
  handle: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export const AddIdentity = z.object({
  id: z.string().max(60),
  host: Text(200),
  handle: Text(200),
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
});
export type AddIdentity = z.output<typeof AddIdentity>;
export const ListIdentities = z.object({ id: z.string().max(60), ...Page });
export const Identities = pageOf(Identity);

export const Membership = z.object({
  id: z.string(),
  team: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
/** `from` and `to` are inclusive days; open where left out. */
export const AddMembership = z.object({
  id: z.string().max(60),
  team: Slug,
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
});
export type AddMembership = z.output<typeof AddMembership>;
export const ListMemberships = z.object({ id: z.string().max(60), ...Page });
export const Memberships = pageOf(Membership);

/** A member signs in; the first password is given by who adds them, until mail can be sent. */
export const Member = z.object({
  userId: z.string(),
  person: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles),
});
export const AddMember = z.object({
  name: Text(120),
  email: EmailAddress,
  role: z.enum(roles),
  password: Password.optional(),
});
export type AddMember = z.output<typeof AddMember>;
export const ChangeMember = z.object({ userId: z.string().max(80), role: z.enum(roles) });
export const RemoveMember = z.object({ userId: z.string().max(80) });
export const ListMembers = z.object({ ...Page });
export const Members = pageOf(Member);

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  scope: z.array(z.string()),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  /** `bootstrap` keys came from the environment and ought to be rotated. */
  reminder: z.string().nullable(),
});
export const CreateKey = z.object({
  name: Text(80),
  scope: z.union([z.string().max(80), z.array(z.string().max(80)).max(40)]).default("all"),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});
export type CreateKey = z.output<typeof CreateKey>;
export const CreatedKey = ApiKey.extend({
  key: z.string().meta({ description: "The value, shown this once." }),
});
export const RevokeKey = z.object({ id: z.string().max(60) });
export const ListKeys = z.object({ ...Page });
export const Keys = pageOf(ApiKey);

export const SetPeriod = z.object({
  period: z.string().max(40),
  state: z.enum(["open", "soft-closed", "closed"]),
});
export const ReadPeriod = z.object({ period: z.string().max(40) });
export const PeriodState = z.object({
  period: z.string(),
  start: z.string(),
  end: z.string(),
  state: z.enum(["open", "soft-closed", "closed"]),
});
export const ListPeriods = z.object({ ...Page });
export const PeriodStates = pageOf(PeriodState);
