/**
 * What the few calls that are no operation answer: the first start, the session, an upload, a refusal. Nothing checks
 * their types end to end, so they are read field by field here, once; everything else arrives typed.
 */
import type { InstallationState } from "@headwater/contract/installation";
import type { ProblemDocument } from "@headwater/contract/problem";

export interface Session {
  readonly name: string;
  readonly email: string;
}

/** What came of one file. */
export interface ReadFile {
  /** The same bytes are in force already; then the counts are 0. */
  readonly unchanged: boolean;
  readonly format: string;
  readonly components: number;
  readonly added: number;
  readonly removed: number;
  readonly updated: number;
  readonly problems: readonly FileProblem[];
}

/** Something that a file says and that could not be used. */
export interface FileProblem {
  readonly message: string;
  /** `line 120`; null where it concerns the whole file. */
  readonly where: string | null;
}

export function readInstallation(body: unknown): InstallationState {
  return {
    welcome: read(body, "welcome") === true,
    codeNeeded: read(body, "codeNeeded") === true,
    demo: read(body, "demo") === true,
  };
}

/** Null where nobody is signed in. */
export function readSession(body: unknown): Session | null {
  const user = read(body, "user");
  const email = text(user, "email");
  return email === "" ? null : { email, name: text(user, "name") };
}

/** The id of what was written. */
export function readId(body: unknown): string {
  return text(body, "id");
}

export function readUpload(body: unknown): ReadFile {
  const snapshot = read(body, "snapshot");
  const where = (problem: unknown) => text(problem, "where") || null;
  return {
    unchanged: read(body, "status") === "unchanged",
    format: text(snapshot, "format"),
    components: number(snapshot, "components"),
    added: number(snapshot, "added"),
    removed: number(snapshot, "removed"),
    updated: number(snapshot, "updated"),
    problems: list(snapshot, "problems").map((problem) => ({
      message: text(problem, "message"),
      where: where(problem),
    })),
  };
}

/** The first password of a member that was just added; empty where it was said before. */
export function readFirstPassword(body: unknown): string {
  return text(body, "password");
}

/** A body that is no problem document (a proxy answers in HTML, better-auth in its own words) says what it can. */
export function readProblem(status: number, body: unknown): ProblemDocument {
  return {
    type: text(body, "type") || "about:blank",
    status,
    code: text(body, "code"),
    title: text(body, "title") || `The server answered ${status}`,
    detail: text(body, "detail") || text(body, "message"),
    errors: list(body, "errors").map((error) => ({
      field: text(error, "field"),
      message: text(error, "message"),
    })),
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
