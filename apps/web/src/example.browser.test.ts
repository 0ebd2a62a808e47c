import { readFile } from "node:fs/promises";
import { enterExample } from "@headwater/cli/journeys/example";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, openPage, startBrowser } from "./testing/browser.ts";
import { cells } from "./testing/cells.ts";
import { type RealServer, startRealServer } from "./testing/real-server.ts";

// A whole year that is over, so that the day on which the test runs changes nothing.
const year = new Date().getUTCFullYear() - 1;
const key = "a-key-for-the-example-on-the-page-0001";
const owner = { email: "ada@larkfield.example", password: "correct horse battery" };
const fixtures = "../../../packages/ingest/src/formats/";

let browser: Browser;
let server: RealServer;
let own: { page: Page; context: BrowserContext; complaints: string[] };

beforeAll(async () => {
  [browser, server] = await Promise.all([
    startBrowser(),
    startRealServer({
      HEADWATER_OWNER_EMAIL: owner.email,
      HEADWATER_OWNER_PASSWORD: owner.password,
      HEADWATER_ORGANIZATION: "Larkfield Freight",
      HEADWATER_API_KEY: key,
      HEADWATER_TIME_ZONE: "UTC",
    }),
  ]);
  await enterExample({ url: server.address, key }, { year, smallProductFloor: 0 });
  own = await openPage(browser, `${server.address}/projects?period=${year}`);
  own.page.setDefaultTimeout(8000);
  await signIn(own.page);
  await own.page.locator(".ledger-total").waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe("the worked example, entered through the machine interface", () => {
  test("stands on the page with the digits of its definition, the largest gap first", async () => {
    const { page } = own;
    await page.getByText("5 projects", { exact: true }).waitFor();
    expect(await cells(page, "tbody tr")).toEqual([
      ["dprovisional", "", "100", "36.9", "0", "0", "0", "29,524", "0nothing", "", "none in our files"],
      ["bprovisional", "", "86", "22.6", "0", "0", "0", "18,095", "0nothing", "", "none in our files"],
      [
        "cprovisional",
        "",
        "43",
        "14.3",
        "0",
        "2,000",
        "2,000",
        "9,429",
        "0.68little",
        "",
        "none in our files",
      ],
      ["eprovisional", "", "57", "6.3", "0", "500", "500", "4,579", "0.38little", "", "none in our files"],
      [
        "aprovisional",
        "",
        "86",
        "19.8",
        "120:00",
        "5,000",
        "18,200",
        "0",
        "4.43about our share",
        "",
        "none in our files",
      ],
    ]);
    expect(await cells(page, ".ledger-total")).toEqual([
      ["5 projects", "", "", "100.0", "120:00", "7,500", "20,700", "61,627", "", "", ""],
    ]);
  });

  test("has the company's figures: of target, coverage, alignment, months behind, concentration and the Pledge", async () => {
    const { page } = own;
    const notes = (await page.locator(".projects-footnote").innerText()).replaceAll("\u00a0", " ");
    expect(notes).toContain("concentration (HHI) 0.783, inequality (Gini) 0.74");
    expect(notes).toContain("For the Open Source Pledge count USD 437.50 per developer");
    expect(notes).toContain("Pooled memberships of USD 10,000");
    await page.goto(`${server.address}/?period=${year}`);
    const verdict = page.getByRole("heading", { level: 1 });
    await verdict.getByText("of our target").waitFor();
    expect(await verdict.textContent()).toBe(
      "Partial: we gave 38\u202f% of our target, and two of the five projects we stand on most got nothing.",
    );
    const figures: (string | null)[] = [];
    for (const number of ["giveBackOfTarget", "coverage", "alignment", "monthsBehind"])
      figures.push(await figureOf(page, number));
    expect(figures).toEqual(["38.38\u202f%", "40.48\u202f%", "31.92\u202f%", "9.2 months"]);
  });

  test.each([
    ["a", ["19.84", "4.43about our share", "15,873", "18,200", "0"]],
    ["b", ["22.62", "0nothing", "18,095", "0", "18,095"]],
    ["c", ["14.29", "0.68little", "11,429", "2,000", "9,429"]],
    ["d", ["36.90", "0nothing", "29,524", "0", "29,524"]],
    ["e", ["6.35", "0.38little", "5,079", "500", "4,579"]],
  ])("opens %s to its share, its ratio and its gap, in whole dollars", async (name, figures) => {
    const { page } = own;
    await look(page, name);
    const shown = await page.locator(".peek-value").allTextContents();
    const bare = shown.map((text) => text.replace("\u202f%", ""));
    expect([bare[1], ...bare.slice(3)]).toEqual(figures);
  });

  test("says why a gap is what it is, in words, inputs and the number of its rows", async () => {
    const { page } = own;
    await look(page, "c");
    await page.locator(".peek-sum .peek-figure").click();
    const why = page.locator(".reason");
    await why.getByText("Rests on").waitFor();
    const said = await why.innerText();
    expect(said).toMatch(/fair share/i);
    expect(said).toContain("USD 80,000.00");
    expect(said).toContain("15 contributions · 3 donations · 3 snapshots · 1 target");
    expect(await accessibilityFindings(page)).toEqual([]);
    const rows = await why.getByRole("link", { name: "Every row as data" }).getAttribute("href");
    const answer = await page.request.get(`${server.address}${rows}`);
    expect(await answer.json()).toMatchObject({ number: "gap", value: "9428.57" });
    await page.keyboard.press("Escape");
  });

  test("gives the other shares once the floor is the default of twenty", async () => {
    const { page } = own;
    const headers = { "x-api-key": key, "content-type": "application/json" };
    const body = JSON.stringify({ smallProductFloor: 20 });
    const changed = await fetch(`${server.address}/api/v1/organization`, { method: "PATCH", headers, body });
    expect(changed.status).toBe(200);
    await page.goto(`${server.address}/projects?period=${year}&sort=name`);
    await page.getByText("5 projects", { exact: true }).waitFor();
    const shares = [];
    for (const name of ["a", "b", "c", "d", "e"]) {
      await look(page, name);
      shares.push(await page.locator(".peek-value").nth(1).textContent());
    }
    expect(shares).toEqual(["21.43", "25.00", "10.71", "35.71", "7.14"].map((share) => `${share}\u202f%`));
    expect(own.complaints).toEqual([]);
  });
});

describe("files that are dropped on the page", () => {
  test("show how far they are, what came of them, and of a broken one the place, while the others are kept", async () => {
    const { page, context } = own;
    await page.goto(`${server.address}/imports`);
    await page.getByRole("heading", { name: "Drop lockfiles" }).waitFor();
    // A slow line, so that the way there can be seen.
    const line = await context.newCDPSession(page);
    const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 40_000 };
    await line.send("Network.emulateNetworkConditions", slow);
    const whole = await readFile(
      new URL(`${fixtures}npm-lock/fixtures/cdxgen/v3/package-lock.json`, import.meta.url),
      "utf8",
    );
    await drop(page, { "package-lock.json": whole, "npm-shrinkwrap.json": whole.slice(0, 3000) });
    await page
      .getByText(/^sent [1-9]\d?\s%$/)
      .first()
      .waitFor();
    await page.getByText("1 imported · 1 refused").waitFor();
    const refused = page.locator(".file-line", { has: page.locator(".file-refused") });
    expect(await refused.innerText()).toContain(
      "The file is not valid JSON: a string is not closed. (line 89, column 3)",
    );
    expect(await refused.innerText()).toContain("Nothing of this file was imported; the others are kept.");
    const read = page.locator(".file-line").filter({ hasNotText: "Nothing of this file" });
    expect(await read.innerText()).toMatch(/\+\d+ −0 ↑0 · \d+ components · npm-lock/);
    await line.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
    expect(own.complaints).toEqual([]);
  });
});

describe("a session that ends while a page is open", () => {
  test("leads to the sign-in with a sentence, and back to the same page with its filter", async () => {
    const { page, context } = own;
    await page.goto(`${server.address}/projects?period=${year}&q=a&sort=ratio`);
    await page
      .locator(".ledger-total")
      .getByText(/ of \d+ projects/)
      .waitFor();
    await context.clearCookies();
    await page
      .getByRole("banner")
      .getByLabel("Period", { exact: true })
      .selectOption(`${year + 1}`);
    await page.getByText("Your session has ended").waitFor();
    expect(await page.getByLabel("E-mail").inputValue()).toBe(owner.email);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.type(owner.password);
    await page.keyboard.press("Enter");
    await page.locator(".ledger-total").waitFor();
    // The router quotes a text that looks like a number.
    const search = decodeURIComponent(new URL(page.url()).search).replaceAll('"', "");
    expect(search).toBe(`?period=${year + 1}&q=a&sort=ratio`);
  });

  test("keeps the product that was chosen and the files on their way, and sends them once the same person is back", async () => {
    const { page, context } = own;
    await page.getByRole("link", { name: "Imports" }).first().click();
    const product = page.getByRole("combobox", { name: "Files outside a folder" });
    await product.fill("Warehouse Edge");
    await product.press("Enter");
    // Revoked on the server, as by a sign-out in another window: the cookie is still there.
    const cookies = await context.cookies();
    await page.request.post(`${server.address}/api/auth/sign-out`, {
      headers: { origin: server.address },
      data: {},
    });
    await context.addCookies(cookies);
    const lock = await readFile(
      new URL(`${fixtures}cargo-lock/fixtures/cdxgen/Cargo.lock`, import.meta.url),
      "utf8",
    );
    await drop(page, { "Cargo.lock": lock });
    await page.getByText("Your session has ended").waitFor();
    await page.keyboard.type(owner.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Imports", level: 1 }).waitFor();
    const sent = page.locator(".file-line", { hasText: "warehouse-edge" });
    await sent.getByText("components · cargo-lock").waitFor();
    expect(await product.inputValue()).toBe("warehouse-edge");
    expect(own.complaints).toEqual([]);
  });
});

/** Opens the peek of a project with the keyboard, from a fresh table. */
async function look(page: Page, name: string): Promise<void> {
  await page.goto(`${server.address}/projects?period=${year}`);
  await page.getByRole("link", { name, exact: true }).focus();
  await page.keyboard.press("Space");
  await page.locator(".peek-name").getByText(name, { exact: true }).waitFor();
}

/** A figure of the company with all its digits, as its reason gives it. */
async function figureOf(page: Page, number: string): Promise<string | null> {
  await page.goto(`${server.address}/?period=${year}&why=${number}`);
  return page.locator(".reason-figure").textContent();
}

/** Real bytes, dropped as the browser hands them over. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((texts) => {
    const dropped = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) dropped.items.add(new File([text], name));
    return dropped;
  }, files);
  await page.locator(".file-drop").dispatchEvent("drop", { dataTransfer: transfer });
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByLabel("Password").press("Enter");
}
