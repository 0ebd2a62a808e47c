/**
 * What all figures of a page are about: which days, whose products, which ecosystem, which rows, in which currency. It
 * stands in the address of every page and goes along when the reader goes on; a link takes a part away by naming it
 * `undefined`.
 */
import type { AskWhy } from "@headwater/contract/ratios";
import { useParams, useSearch } from "@tanstack/solid-router";

export type Basis = NonNullable<AskWhy["basis"]>;

export const bases: readonly Basis[] = ["logged", "imported", "estimated"];

export interface Scope {
  /** As the server takes it; `ttm` where the address names none. */
  readonly period: string;
  /** The slug of a team. */
  readonly unit?: string | undefined;
  /** A purl type, `npm`. */
  readonly ecosystem?: string | undefined;
  /** How we know of what was given. */
  readonly basis?: Basis | undefined;
  /** ISO 4217. */
  readonly currency?: string | undefined;
}

/** The scope as the address has it: the twelve months up to today are left out. */
export type ScopeSearch = { readonly [Part in ScopePart]?: Scope[Part] | undefined };

/** A part of the scope, as a page names those that it uses. */
export type ScopePart = keyof Scope;

const periodForm = /^(?:ttm|(?:fy)?\d{4}|\d{4}-Q[1-4]|\d{4}-(?:0[1-9]|1[0-2])|\d{4}-\d{2}\.\.\d{4}-\d{2})$/;

/** Reads the query of an address; what it does not understand is left out, so that the page stands in its ordinary state. */
export function readScope(search: Record<string, unknown>): ScopeSearch {
  const period = textOf(search["period"]);
  const unit = textOf(search["unit"]);
  const ecosystem = textOf(search["ecosystem"]);
  const basis = bases.find((known) => known === search["basis"]);
  const currency = textOf(search["currency"]);
  return {
    ...(periodForm.test(period) && period !== "ttm" ? { period } : {}),
    ...(/^[a-z0-9][a-z0-9._-]{0,119}$/.test(unit) ? { unit } : {}),
    ...(/^[a-z][a-z0-9.+-]{0,39}$/.test(ecosystem) ? { ecosystem } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(/^[A-Z]{3}$/.test(currency) ? { currency } : {}),
  };
}

/** The scope of the page that is seen. A report has its period in its path, where it goes before that of the query. */
export function useScope(): () => Scope {
  const search = useSearch({ strict: false });
  const params = useParams({ strict: false });
  return () => {
    const scope = readScope(search());
    return { ...scope, period: params().period ?? scope.period ?? "ttm" };
  };
}

interface Middleware {
  readonly search: Record<string, unknown>;
  readonly next: (search: Record<string, unknown>) => Record<string, unknown>;
}

/** Every link keeps the scope; one that names a part, also as `undefined`, decides on it. */
export function keepScope({ search, next }: Middleware): Record<string, unknown> {
  return { ...readScope(search), ...next(search) };
}

/** The router reads `2026` as a number; it was written as text. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
