import { readFile } from "node:fs/promises";
import { enterExample } from "@headwater/cli/journeys/example";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, desktop, openPage, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

// A whole year that is over, so that the day on which the test runs changes nothing.
const year = new Date().getUTCFullYear() - 1;
const owner = { email: "ada@larkfield.example", password: "correct horse battery" };
const key = "a-key-for-the-report-on-one-page-00001";
// The demo is two years of a company; on a busy machine it takes its time.
const LOADED_MILLIS = 180_000;
const papers = ["A4", "Letter"] as const;

interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

let browser: Browser;
let server: RealServer;
let own: Reader;

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
  own = await openPage(browser, `${server.address}/report/${year}`);
  await own.page.getByLabel("E-mail").fill(owner.email);
  await own.page.getByLabel("Password").fill(owner.password);
  await own.page.keyboard.press("Enter");
  await own.page.getByRole("heading", { name: "The decision" }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

// Each test goes on where the one before ended.
describe("the report of a company", () => {
  test("that has nothing yet says what is missing, and is one page of either paper", async () => {
    const { page } = own;
    await page.getByText("Nothing is imported for this period").waitFor();
    await page.getByText("Nothing can be asked yet.").waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectOnePage(page);
  });

  test("has the figures of the worked example in columns that add up as they are printed", async () => {
    const { page } = own;
    await enterExample({ url: server.address, key }, { year, smallProductFloor: 0 });
    await page.reload();
    await page.getByRole("heading", { level: 1 }).getByText("of our target").waitFor();
    expect(await figures(page, ".report-table tbody tr")).toEqual([
      ["d", "36.9", "", "0", "29,524"],
      ["b", "22.6", "", "0", "18,095"],
      ["c", "14.3", "", "2,000", "9,429"],
      ["e", "6.4", "", "500", "4,579"],
      ["a", "19.8", "", "18,200", "0"],
    ]);
    expect(await figures(page, ".report-table tfoot tr")).toEqual([
      ["All projects", "100.0", "", "20,700", "61,627"],
    ]);
    expect(await figures(page, ".report-sums tr")).toEqual([
      ["Cash to projects", "7,500"],
      ["Cash, pooled memberships", "10,000"],
      ["Cash ledger", "17,500"],
      ["Time, 120:00 h logged", "13,200"],
      ["Total give-back, USD", "30,700"],
    ]);
    expect(await plain(page, ".report-ask")).toBe(
      "Give USD 61,627 to 4 projects, to each its gap. Coverage of usage goes from 40 % to 100 %, months behind from 9.2 to 0.",
    );
    expect(await plain(page, ".report-exposed >> nth=0")).toContain(
      "d is in all three products and got nothing. Its fair share is USD 29,524. No way to pay it is in our files.",
    );
    await expectOnePage(page);
  });

  test("says that its figures may still change until the books are closed, and then since when they may not", async () => {
    const { page } = own;
    await page.getByText("books open: figures may still change").first().waitFor();
    await send("PUT", `/periods/${year}`, { state: "closed" });
    await page.reload();
    await page
      .getByText(/books closed \d/)
      .first()
      .waitFor();
  });

  test.each([
    ["en", "Print"],
    ["de", "Drucken"],
  ])("with names of a hundred letters and more is one page of either paper (%s)", async (language, word) => {
    const { page } = own;
    if (language === "en") await enterLongNames();
    await page.evaluate((to) => localStorage.setItem("headwater-language", to), language);
    await page.reload();
    await page.getByRole("button", { name: word }).waitFor();
    await page.locator(".report-name").first().waitFor();
    await expectOnePage(page);
  });
});

describe("the report of the demo company", () => {
  let demo: RealServer;
  let visitor: Reader;
  beforeAll(async () => {
    demo = await startRealServer();
    visitor = await openPage(browser, `${demo.address}/welcome`);
    await visitor.page.getByRole("button", { name: "Explore a demo company" }).click();
    await visitor.page.waitForURL((url) => url.pathname === "/", { timeout: LOADED_MILLIS });
  }, LOADED_MILLIS);
  afterAll(() => demo.close());

  test("is opened from the rail at the last complete quarter, and goes on by arrow and by choice", async () => {
    const { page } = visitor;
    await page.getByRole("link", { name: "Reports" }).click();
    await page.waitForURL((url) => /^\/report\/\d{4}-Q[1-4]$/.test(url.pathname));
    await page.getByRole("heading", { name: "The decision" }).waitFor();
    expect(await page.getByRole("link", { name: "Reports" }).getAttribute("aria-current")).toBe("page");
    const first = new URL(page.url()).pathname.slice("/report/".length);
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL((url) => url.pathname === `/report/${quarterBefore(first)}`);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL((url) => url.pathname === `/report/${first}`);
    await page.getByRole("banner").getByLabel("Period", { exact: true }).selectOption(`${year}`);
    await page.waitForURL((url) => url.pathname === `/report/${year}`);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === `/report/${first}`);
    await page.getByRole("heading", { level: 1 }).getByText("of our target").waitFor();
  });

  test("opens the reasons of a figure for the same period, by W and by the figure", async () => {
    const { page } = visitor;
    const period = new URL(page.url()).pathname.slice("/report/".length);
    await page.keyboard.press("w");
    await page.locator(".reason").getByText("Rests on").waitFor();
    await page.keyboard.press("Escape");
    const gap = page.locator(".report-table tbody tr").first().locator("td").last();
    await gap.getByRole("link").click();
    const rows = page.locator(".reason").getByRole("link", { name: "Every row as data" });
    await rows.waitFor();
    expect(await rows.getAttribute("href")).toContain(`period=${period}`);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("is one page of A4 and of Letter, also in German, in light ink and without the frame", async () => {
    const { page } = visitor;
    await expectOnePage(page);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Reports" }).isVisible()).toBe(false);
    expect(await page.locator(".report .why").first().isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
    await page.emulateMedia({ media: null, colorScheme: "light" });
    await page.evaluate(() => localStorage.setItem("headwater-language", "de"));
    await page.reload();
    await page.getByRole("heading", { name: "Die Entscheidung" }).waitFor();
    await expectOnePage(page);
    await page.evaluate(() => localStorage.setItem("headwater-language", "en"));
    await page.reload();
    await page.getByRole("heading", { name: "The decision" }).waitFor();
  });

  test("is had as data, with the same figures", async () => {
    const { page } = visitor;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "JSON", exact: true }).click(),
    ]);
    const report: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(report).toMatchObject({
      organization: "Larkfield Freight",
      period: new URL(page.url()).pathname.slice("/report/".length),
      books: { state: "open" },
      ledger: { total: { usageShare: expect.closeTo(1, 9) } },
    });
  });

  test("has nothing that axe finds, in light, in dark and on a phone of 360 pixels", async () => {
    const { page } = visitor;
    for (const view of [desktop, { ...desktop, theme: "dark" as const }, { ...desktop, width: 360 }]) {
      await page.setViewportSize({ width: view.width, height: view.height });
      await page.emulateMedia({ media: null, colorScheme: view.theme });
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    }
    expect(visitor.complaints).toEqual([]);
  });
});

/** The texts of the cells of rows as they are seen, without what is only said. */
function figures(page: Page, rows: string): Promise<string[][]> {
  return page.locator(rows).evaluateAll((found) =>
    found.map((row) =>
      [...row.children].map((cell) => {
        const seen = cell.cloneNode(true);
        if (!(seen instanceof Element)) return "";
        for (const said of seen.querySelectorAll(".said")) said.remove();
        return seen.textContent ?? "";
      }),
    ),
  );
}

/** What is printed is one page, and nothing of it is cut off at its edge. */
async function expectOnePage(page: Page): Promise<void> {
  for (const format of papers) {
    const printed = await page.pdf({ format });
    expect([format, printed.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([
      format,
      1,
    ]);
  }
  const size = page.viewportSize() ?? { width: desktop.width, height: desktop.height };
  await page.emulateMedia({ media: "print" });
  // A4 between its margins.
  await page.setViewportSize({ width: 688, height: 1024 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  // Else the next page would be printed as it is seen.
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The text as it is read, with ordinary spaces. */
async function plain(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replaceAll(/\s/g, " ");
}

function quarterBefore(quarter: string): string {
  const [before, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1))];
  return number === 1 ? `${before - 1}-Q4` : `${before}-Q${number - 1}`;
}

/** Twenty packages with the longest names that a registry takes, and an organization of two hundred letters. */
async function enterLongNames(): Promise<void> {
  const names = Array.from({ length: 20 }, (_, place) => `${"long-name-of-a-package-".repeat(8)}${place}`);
  const components = names.map((name) => ({
    type: "library",
    "bom-ref": name,
    name,
    version: "1.0.0",
    purl: `pkg:npm/${name}@1.0.0`,
  }));
  const dependencies = [{ ref: "root", dependsOn: names }];
  const query = new URLSearchParams({
    product: "payments",
    source: "bom.cdx.json",
    takenAt: `${year}-01-06T09:00:00Z`,
    wait: "true",
  });
  await send("POST", `/sboms?${query.toString()}`, {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "root", name: "root" } },
    components,
    dependencies,
  });
  await send("PATCH", "/organization", { name: `${"Larkfield Freight and Forwarding ".repeat(5)}Company` });
}

async function send(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
