import type { Database } from "@headwater/db";
import { testOrganization } from "@headwater/db/testing";
import { logContribution } from "../../contributions/log.ts";
import { reverseContribution } from "../../contributions/reverse.ts";
import { recordDonation } from "../../donations/record.ts";
import { reverseDonation } from "../../donations/reverse.ts";
import { setExchangeRate } from "../../exchange-rates/set.ts";
import { setHeadcount } from "../../headcounts/set.ts";
import { type Actor, perform } from "../../operation/index.ts";
import { changeOrganization } from "../../organization/change.ts";
import { createPerson } from "../../people/create.ts";
import { createProduct } from "../../products/create.ts";
import { retireProduct } from "../../products/retire.ts";
import { addProject } from "../../projects/add.ts";
import { setProject } from "../../projects/set.ts";
import { setRate } from "../../rates/set.ts";
import { setTarget } from "../../targets/set.ts";
import { createTeam } from "../../teams/create.ts";
import { uploadDrawn } from "../../testing/drawn-upload.ts";
import { testActor, type TestRuntime } from "../../testing/runtime.ts";
import { type DrawnCompany, packageNames, peopleCount, repositories } from "./random-company.ts";

/** Enters the drawn company through the operations; answers who may do everything in it. */
export async function enterCompany(
  database: Database,
  runtime: TestRuntime,
  drawn: DrawnCompany,
): Promise<Actor> {
  const actor = testActor(await testOrganization(database, { currency: drawn.currency }), ["all"]);
  await enterSettings(runtime, actor, drawn);
  await enterProducts(runtime, actor, drawn);
  await enterGiving(runtime, actor, drawn);
  return actor;
}

async function enterSettings(runtime: TestRuntime, actor: Actor, drawn: DrawnCompany): Promise<void> {
  const smallestGift = { amount: drawn.smallestGift, currency: drawn.currency };
  await perform(changeOrganization, runtime, actor, {
    smallProductFloor: drawn.floor,
    fiscalYearStart: drawn.fiscalYearStart,
    smallestGift,
  });
  for (const slug of ["red", "blue"]) await perform(createTeam, runtime, actor, { slug, name: slug });
  // The first is of no team, and the last two have roles of their own.
  for (let person = 0; person < peopleCount; person += 1)
    await perform(createPerson, runtime, actor, {
      name: `Person ${person}`,
      email: emailOf(person),
      ...(person === 0 ? {} : { team: "red" }),
      ...(person > 1 ? { roleFamily: "senior" } : {}),
    });
  await perform(setRate, runtime, actor, {
    from: drawn.rateFrom,
    hourly: { amount: "110.07", currency: "USD" },
  });
  await perform(setRate, runtime, actor, {
    roleFamily: "senior",
    from: "2025-09-01",
    hourly: { amount: "141.33", currency: "EUR" },
  });
  for (let place = 0; place * drawn.exchangeEvery < 540; place += 1) {
    const day = new Date(Date.UTC(2025, 4, 1) + place * drawn.exchangeEvery * 86_400_000)
      .toISOString()
      .slice(0, 10);
    await perform(setExchangeRate, runtime, actor, {
      base: "EUR",
      quote: "USD",
      day,
      rate: `1.0${place + 10}7`,
      source: "test",
    });
    await perform(setExchangeRate, runtime, actor, {
      base: "USD",
      quote: "JPY",
      day,
      rate: `151.${place}3`,
      source: "test",
    });
    await perform(setExchangeRate, runtime, actor, {
      base: "EUR",
      quote: "JPY",
      day,
      rate: `163.${place}9`,
      source: "test",
    });
  }
  for (const target of drawn.targets)
    await perform(setTarget, runtime, actor, { ...target, currency: drawn.currency });
  for (const headcount of drawn.headcounts) await perform(setHeadcount, runtime, actor, headcount);
}

async function enterProducts(runtime: TestRuntime, actor: Actor, drawn: DrawnCompany): Promise<void> {
  for (const [place, { uploads, retiredOn, ...product }] of drawn.products.entries()) {
    const slug = `product-${place}`;
    await perform(createProduct, runtime, actor, { slug, ...product });
    for (const { day, source, inventory } of uploads)
      await uploadDrawn(runtime, actor, { product: slug, source, inventory, takenAt: `${day}T12:00:00Z` });
    if (retiredOn !== undefined) await perform(retireProduct, runtime, actor, { slug, day: retiredOn });
  }
  // Names every package once and counts for nothing, so that each can be given to.
  const inventory = { direct: packageNames, repositories };
  await uploadDrawn(runtime, actor, {
    product: "product-0",
    source: "other.json",
    ref: "other",
    effective: false,
    inventory,
  });
  await perform(addProject, runtime, actor, { slug: "github.com/beyond/it" });
  if (drawn.controlled !== undefined)
    await perform(setProject, runtime, actor, { project: drawn.controlled, controlled: true });
}

async function enterGiving(runtime: TestRuntime, actor: Actor, drawn: DrawnCompany): Promise<void> {
  for (const { person, reversed, ...row } of drawn.contributions) {
    const { id } = await perform(logContribution, runtime, actor, { ...row, person: emailOf(person) });
    if (reversed) await perform(reverseContribution, runtime, actor, { id, reason: "test" });
  }
  for (const { reversed, attribution, amount, ...row } of drawn.donations) {
    const whole = row.currency === "JPY" ? amount.slice(0, -3) : amount;
    const { id } = await perform(recordDonation, runtime, actor, {
      ...row,
      ...attribution,
      amount: whole === "0" ? "1" : whole,
      payee: "Somebody",
    });
    if (reversed) await perform(reverseDonation, runtime, actor, { id, reason: "test" });
  }
}

function emailOf(person: number): string {
  return `person${person}@example.com`;
}
