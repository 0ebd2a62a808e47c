import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../../testing/browser.ts";
import { startServer, type TestServer } from "../../testing/server.ts";

let browser: Browser;
let server: TestServer;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => context.close());

async function open(view = desktop): Promise<void> {
  ({ page, context } = await openPage(browser, `${server.address}/dev/ui`, view));
  await long().waitFor();
}

const long = () => page.getByRole("table", { name: "A long table" });
const small = () => page.getByRole("table", { name: "Table states" });
const rowOfFocus = () => page.evaluate(() => Number(document.activeElement?.closest("tr")?.ariaRowIndex));
const heads = () => long().getByRole("columnheader").allTextContents();
const choose = (rows: string) =>
  page.getByRole("radiogroup", { name: "Rows" }).getByText(rows, { exact: true }).click();

describe("a ledger", () => {
  beforeEach(async () => open());

  test("prints its group, its estimates, its unknowns and its sums", async () => {
    const rows = await small()
      .getByRole("row")
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows.slice(1)).toEqual([
      ["System libraries 4", "70:15", "13,728", ""],
      ["curl", "46:00", "10,060", "salaried team"],
      ["expat", "22:00", "3,420", "channel only"],
      ["xz", "2:15 (estimated)", "248 (estimated)", "channel only"],
      ["zlib", "0", "0", "unknown"],
      ["All shown", "70:15", "13,728", ""],
      ["before: Jan to Oct 2025", "", "1,200", ""],
    ]);
    expect(await small().getAttribute("aria-rowcount")).toBe("8");
  });

  test("is sorted by its heads, which say so", async () => {
    const gap = long().getByRole("columnheader", { name: "Gap" });
    expect(await gap.getAttribute("aria-sort")).toBe("descending");
    await long().getByRole("button", { name: "Gap" }).click();
    expect(await gap.getAttribute("aria-sort")).toBe("ascending");
    await long().getByRole("button", { name: "Project" }).click();
    expect(await gap.getAttribute("aria-sort")).toBeNull();
    expect(await long().locator(".ledger-open").first().textContent()).toBe("alder-1");
  });

  test("is one stop of the Tab key; arrows, Home and End go over the heads of groups, Space looks, Enter opens", async () => {
    const first = long().locator(".ledger-open").first();
    await first.focus();
    expect(await long().locator(".ledger-open[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await rowOfFocus()).toBe(5);
    await page.keyboard.press("Space");
    expect(await long().locator("[aria-current='true']").getAttribute("aria-rowindex")).toBe("5");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("would open").waitFor();
    await page.keyboard.press("End");
    expect(await rowOfFocus()).toBe(42);
    await small().locator(".ledger-open").first().focus();
    await page.keyboard.press("ArrowUp");
    expect(await rowOfFocus()).toBe(3);
  });

  test("leaves out the columns that the reader does not want, and keeps that over a reload", async () => {
    await page.getByRole("button", { name: "Columns" }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("checkbox", { name: "Reach" }).uncheck();
    await page.getByRole("checkbox", { name: "Support" }).check();
    expect(await heads()).not.toContain("Reach%");
    await page.reload();
    await long().waitFor();
    expect((await heads()).at(-1)).toBe("Support");
    expect(await heads()).not.toContain("Reach%");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "As they were" }).click();
    expect(await heads()).toContain("Reach%");
  });

  test("has columns that are made wider by hand and by key", async () => {
    const head = long().getByRole("columnheader", { name: "Given USD" });
    const width = async () => Math.round((await head.boundingBox())?.width ?? 0);
    await head.scrollIntoViewIfNeeded();
    const before = await width();
    const edge = await head.locator(".ledger-handle").boundingBox();
    if (edge === null) throw new Error("the head has no edge");
    await page.mouse.move(edge.x + 4, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + 44, edge.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(before + 40);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Given narrower", exact: true }).press("Enter");
    expect(await width()).toBe(before + 24);
    await page.keyboard.press("Escape");
    await head.locator(".ledger-handle").dblclick();
    expect(await width()).toBe(before);
  });

  test("waits with its head and still lines, and dims what is of before", async () => {
    await page.getByText("Waiting", { exact: true }).click();
    await small().locator(".skeleton").first().waitFor();
    expect(await small().getAttribute("aria-busy")).toBe("true");
    expect(await small().getByRole("columnheader").count()).toBe(4);
    await page.getByText("Asking anew").click();
    expect(await small().evaluate((table) => table.classList.contains("ledger-dimmed"))).toBe(true);
  });
});

describe("many rows", () => {
  test("are counted, drawn near the window only, and reached with End and Home", async () => {
    await open();
    await choose("10,000");
    await page.getByText("10000 projects").waitFor({ state: "attached" });
    expect(await long().getAttribute("aria-rowcount")).toBe("10004");
    const drawn = () => long().locator("tbody tr.ledger-row").count();
    expect(await drawn()).toBeLessThan(120);
    await long().locator(".ledger-open").first().focus();
    await page.keyboard.press("End");
    expect(await rowOfFocus()).toBe(10_002);
    expect(await drawn()).toBeLessThan(120);
    await page.keyboard.press("PageUp");
    const seen = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.top >= 48 && box.bottom <= window.innerHeight;
    });
    expect(seen).toBe(true);
    await page.keyboard.press("Home");
    expect(await rowOfFocus()).toBe(3);
  });

  test("stand on paper all", async () => {
    await open();
    await choose("1,000");
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => long().locator("tbody tr.ledger-row").count(), { timeout: 30_000 }).toBe(1000);
    await page.emulateMedia({ media: "screen" });
    await expect
      .poll(() => long().locator("tbody tr.ledger-row").count(), { timeout: 10_000 })
      .toBeLessThan(120);
  });
});

test("on a phone a row is its name with what is said of it, the bars and the gap", async () => {
  await open(phone);
  const row = long().locator("tbody tr").first();
  expect(await row.locator("td").count()).toBe(2);
  expect(await row.locator("th").innerText()).toContain("nothing");
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
