import { z } from "zod";
import { CalendarDay, Money, Page, pageOf, Text } from "./words.ts";

/** What the company means to give in the fiscal year that begins in `year`. */
export const SetTarget = z.object({
  year: z.coerce.number().int().min(1990).max(2200),
  amount: Money.shape.amount,
  currency: Money.shape.currency,
});
export const Target = z.object({
  year: z.number().int(),
  amount: z.string(),
  currency: z.string(),
  value: z.string().nullable(),
  valueUnknown: z.string().optional(),
});
export const ListTargets = z.object({ ...Page });
export const Targets = pageOf(Target);

/** An hourly rate for a family of roles and a region, for contributions from a day on. */
export const SetRate = z.object({
  roleFamily: Text(80).optional(),
  region: Text(80).optional(),
  from: CalendarDay,
  hourly: Money,
});
export const Rate = z.object({
  id: z.string(),
  roleFamily: z.string().nullable(),
  region: z.string().nullable(),
  from: z.string(),
  hourly: Money,
});
export const ListRates = z.object({ ...Page });
export const Rates = pageOf(Rate);

/** 1 base = `rate` quote on that day. */
export const SetExchangeRate = z.object({
  base: z.string().max(3),
  quote: z.string().max(3),
  day: CalendarDay,
  rate: z.string().max(40).meta({ example: "1.0834" }),
  source: Text(200),
});
export const ExchangeRate = z.object({
  id: z.string(),
  base: z.string(),
  quote: z.string(),
  day: z.string(),
  rate: z.string(),
  source: z.string(),
});
export const ListExchangeRates = z.object({ ...Page });
export const ExchangeRates = pageOf(ExchangeRate);

export const SetHeadcount = z.object({
  month: z.string().max(7),
  /** A number and nothing that could be taken for one: what is left out is unknown, which is not 0. */
  developers: z.number().min(0).max(10_000_000),
});
export const Headcount = z.object({ month: z.string(), developers: z.number() });
export const ListHeadcounts = z.object({ ...Page });
export const Headcounts = pageOf(Headcount);
