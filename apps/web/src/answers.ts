/**
 * What the server answers, as the pages use it. Answers are read field by field, so that a page never works on
 * something that only looks right; money stays a decimal string, an unknown value is null beside its reason.
 */
import type { Money } from "@headwater/ui/format";

export interface Installation {
  /** Nobody has created the owner yet. */
  readonly welcome: boolean;
  /** The visitor must show the one-time code that the start printed. */
  readonly codeNeeded: boolean;
}

export interface Session {
  readonly name: string;
  readonly email: string;
}

export interface Organization {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
}

export interface Product {
  readonly slug: string;
  readonly name: string;
}

/** A figure that can be unknown: then the reason says why. */
export type Known<Value> =
  | { readonly value: Value; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

export interface ProjectRatio {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly usageShare: Known<number>;
  readonly reach: Known<number>;
  readonly minutes: Known<number>;
  readonly cash: Known<Money>;
  readonly giveBack: Known<Money>;
  readonly ratio: Known<number>;
  readonly fairShare: Known<Money>;
  readonly fairShareMet: Known<number>;
  readonly gap: Known<Money>;
  readonly tail: boolean;
  readonly provisional: boolean;
  readonly channels: number;
}

export interface RatiosPage {
  readonly items: readonly ProjectRatio[];
  /** The organization's, in which all amounts are. */
  readonly currency: string;
  readonly nextCursor: string | null;
}

export interface Tail {
  readonly projects: number;
  readonly usageShare: number;
  readonly giveBack: Known<Money>;
  readonly fairShare: Known<Money>;
  readonly gap: Known<Money>;
}

export interface Summary {
  /** Half-open: the day `end` is the first after it. */
  readonly period: { readonly start: string; readonly end: string };
  readonly target: Known<Money>;
  readonly giveBack: Known<Money>;
  readonly pooled: Known<Money>;
  readonly giveBackOfTarget: Known<number>;
  readonly coverage: Known<number>;
  readonly alignment: Known<number>;
  readonly monthsBehind: Known<number>;
  readonly tail: Tail;
  readonly confidence: {
    readonly seenProducts: Known<number>;
    readonly confirmedUsage: Known<number>;
    readonly assumedUsage: Known<number>;
    readonly loggedHours: Known<number>;
    readonly linkedPeople: Known<number>;
  };
}

export interface Snapshot {
  readonly status: string;
  readonly format: string;
  readonly components: number;
  readonly added: number;
  readonly removed: number;
  readonly updated: number;
  readonly problems: number;
}

/** RFC 9457: what was refused, why, and which field it concerns. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Where in a file it is, `line 120`. */
  readonly where: string | null;
  readonly fields: ReadonlyMap<string, string>;
}

export function readInstallation(body: unknown): Installation {
  return { welcome: read(body, "welcome") === true, codeNeeded: read(body, "codeNeeded") === true };
}

/** Null where nobody is signed in. */
export function readSession(body: unknown): Session | null {
  const user = read(body, "user");
  const email = read(user, "email");
  return typeof email === "string" ? { email, name: text(user, "name") } : null;
}

export function readOrganization(body: unknown): Organization {
  return { name: text(body, "name"), currency: text(body, "currency"), timeZone: text(body, "timeZone") };
}

export function readProducts(body: unknown): readonly Product[] {
  return list(body, "items").map((item) => ({
    slug: text(item, "slug"),
    name: text(item, "name") || text(item, "slug"),
  }));
}

export function readRatios(body: unknown): RatiosPage {
  const cursor = read(body, "nextCursor");
  const currency = text(body, "currency");
  const items = list(body, "items").map((item) => readProjectRatio(item, currency));
  return {
    items,
    currency: currency || (items[0]?.cash.value?.currency ?? ""),
    nextCursor: typeof cursor === "string" ? cursor : null,
  };
}

export function readSummary(body: unknown): Summary {
  const period = read(body, "period");
  const confidence = read(body, "confidence");
  const tail = read(body, "tail");
  const currency = text(body, "currency");
  const knownMoney = (from: unknown, name: string) => readKnownMoney(from, name, currency);
  return {
    period: { start: text(period, "start"), end: text(period, "end") },
    target: knownMoney(body, "target"),
    giveBack: knownMoney(body, "giveBack"),
    pooled: knownMoney(body, "pooled"),
    giveBackOfTarget: knownNumber(body, "giveBackOfTarget"),
    coverage: knownNumber(body, "coverage"),
    alignment: knownNumber(body, "alignment"),
    monthsBehind: knownNumber(body, "monthsBehind"),
    tail: {
      projects: number(tail, "projects"),
      usageShare: number(tail, "usageShare"),
      giveBack: knownMoney(tail, "giveBack"),
      fairShare: knownMoney(tail, "fairShare"),
      gap: knownMoney(tail, "gap"),
    },
    confidence: {
      seenProducts: knownNumber(confidence, "seenProducts"),
      confirmedUsage: knownNumber(confidence, "confirmedUsage"),
      assumedUsage: knownNumber(confidence, "assumedUsage"),
      loggedHours: knownNumber(confidence, "loggedHours"),
      linkedPeople: knownNumber(confidence, "linkedPeople"),
    },
  };
}

export function readSnapshot(body: unknown): Snapshot {
  const snapshot = read(body, "snapshot");
  return {
    status: text(body, "status"),
    format: text(snapshot, "format"),
    components: number(snapshot, "components"),
    added: number(snapshot, "added"),
    removed: number(snapshot, "removed"),
    updated: number(snapshot, "updated"),
    problems: list(snapshot, "problems").length,
  };
}

export function readProblem(status: number, body: unknown): Problem {
  const fields = new Map<string, string>();
  for (const error of list(body, "errors")) fields.set(text(error, "field"), text(error, "message"));
  const where = text(body, "where");
  return {
    status,
    code: text(body, "code"),
    title: text(body, "title"),
    // better-auth says `message` where a problem document says `detail`.
    detail: text(body, "detail") || text(body, "message"),
    where: where === "" ? null : where,
    fields,
  };
}

function readProjectRatio(item: unknown, currency: string): ProjectRatio {
  const channels = read(item, "channels");
  const knownMoney = (from: unknown, name: string) => readKnownMoney(from, name, currency);
  return {
    id: text(item, "id"),
    slug: text(item, "project"),
    name: text(item, "name"),
    usageShare: knownNumber(item, "usageShare"),
    reach: knownNumber(item, "reach"),
    minutes: knownNumber(item, "minutes"),
    cash: knownMoney(item, "cash"),
    giveBack: knownMoney(item, "giveBack"),
    ratio: knownNumber(item, "ratio"),
    fairShare: knownMoney(item, "fairShare"),
    fairShareMet: knownNumber(item, "fairShareMet"),
    gap: knownMoney(item, "gap"),
    tail: read(item, "tail") === true,
    provisional: read(item, "provisional") === true,
    channels: Array.isArray(channels) ? channels.length : typeof channels === "number" ? channels : 0,
  };
}

function read(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}

function text(body: unknown, name: string): string {
  const value = read(body, name);
  return typeof value === "string" ? value : "";
}

function number(body: unknown, name: string): number {
  const value = read(body, name);
  return typeof value === "number" ? value : 0;
}

function list(body: unknown, name: string): readonly unknown[] {
  const value = read(body, name);
  return Array.isArray(value) ? value : [];
}

/** An amount with its currency, or a bare decimal string in the currency of the whole answer. */
function readMoney(value: unknown, answerCurrency: string): Money | null {
  if (typeof value === "string") return { amount: value, currency: answerCurrency };
  const amount = read(value, "amount");
  const currency = read(value, "currency");
  return typeof amount === "string" && typeof currency === "string" ? { amount, currency } : null;
}

function readKnownMoney(body: unknown, name: string, answerCurrency: string): Known<Money> {
  const value = readMoney(read(body, name), answerCurrency);
  return value === null ? { value, reason: reasonOf(body, name) } : { value };
}

function knownNumber(body: unknown, name: string): Known<number> {
  const value = read(body, name);
  return typeof value === "number" ? { value } : { value: null, reason: reasonOf(body, name) };
}

function reasonOf(body: unknown, name: string): string {
  return text(body, `${name}Unknown`) || text(body, "unknown") || "unknown";
}
