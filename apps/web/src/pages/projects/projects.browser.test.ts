import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../../testing/browser.ts";
import { cells } from "../../testing/cells.ts";
import { manyProjects, workedExample } from "../../testing/example.ts";
import { startServer, type TestServer } from "../../testing/server.ts";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterEach(() => {
  Object.assign(server.state, { ratios: workedExample, down: false });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe("the worked example", () => {
  test("is printed to the digits of the definition", async () => {
    const { page, context } = await openPage(browser, `${server.address}/projects`);
    await page.locator(".ledger-total").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Projects");
    expect(await cells(page, "tbody tr")).toEqual([
      ["Dovetail", "", "100", "36.9", "0", "0", "0", "29,524", "0nothing", "", "donation page"],
      ["Birch", "", "57", "22.6", "0", "0", "0", "18,095", "0nothing", "", "2 ways"],
      ["Cairn", "", "43", "14.3", "0", "2,000", "2,000", "9,429", "0.68little", "", "donation page"],
      [
        "@esker/test-runnerprovisional",
        "",
        "57",
        "6.3",
        "0",
        "500",
        "500",
        "4,579",
        "0.38little",
        "",
        "none in our files",
      ],
      ["Alder", "", "86", "19.8", "120:00", "5,000", "18,200", "0", "4.43about our share", "", "3 ways"],
    ]);
    expect(await cells(page, ".ledger-total")).toEqual([
      ["5 projects", "", "", "100.0", "120:00", "7,500", "20,700", "61,627", "", "", ""],
    ]);
    await context.close();
  });
});

describe("the address", () => {
  test("keeps sorting and filter, and Back brings them back", async () => {
    const { page, context } = await openPage(browser, `${server.address}/projects`);
    await page.getByRole("button", { name: "Usage" }).click();
    await page.getByRole("button", { name: "Ratio" }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("ai");
    await page.waitForURL(/q=ai/);
    expect(new URL(page.url()).search).toBe("?q=ai&sort=ratio");
    expect(await names(page)).toEqual(["Cairn", "Dovetail"]);
    await page.getByRole("link", { name: "Import files" }).click();
    await page.getByRole("heading", { name: "Imports" }).waitFor();
    await page.goBack();
    await page.getByRole("table").waitFor();
    expect(new URL(page.url()).search).toBe("?q=ai&sort=ratio");
    expect(await page.getByLabel("Filter projects by name").inputValue()).toBe("ai");
    await page.goBack();
    expect(new URL(page.url()).search).toBe("?sort=usage");
    await context.close();
  });

  test("names what is hidden when nothing matches, and Escape clears it", async () => {
    const { page, context } = await openPage(browser, `${server.address}/projects?q=zzz`);
    await page.getByRole("heading", { name: "No project matches this filter" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    await page.getByRole("table").waitFor();
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });

  test("what it does not understand is left out", async () => {
    const { page, context } = await openPage(
      browser,
      `${server.address}/projects?sort=drop+table&period=yesterday&order=up`,
    );
    await page.getByRole("table").waitFor();
    expect((await names(page))[0]).toBe("Dovetail");
    await context.close();
  });

  test("turns the order of a column and tells it to screen readers", async () => {
    const { page, context } = await openPage(browser, `${server.address}/projects`);
    const head = page.getByRole("columnheader", { name: "Gap" });
    await head.waitFor();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    await page.getByRole("button", { name: "Gap" }).click();
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    expect((await names(page))[0]).toBe("Alder");
    await context.close();
  });
});

describe("ten thousand projects", () => {
  test("draw only the rows near the window, count all of them, and draw the last ones when they are scrolled to", async () => {
    server.state.ratios = manyProjects();
    const { page, context } = await openPage(browser, `${server.address}/projects`, desktop);
    await page.getByText("10,000 used").waitFor();
    await page.getByText("10,000 projects").waitFor();
    expect(await page.locator("tbody tr").count()).toBeLessThan(140);
    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe("10003");
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('tr[aria-rowindex="10002"]').waitFor();
    expect(await page.locator("tbody tr").count()).toBeLessThan(140);
    await context.close();
  });
});

describe("a printed page", () => {
  test.each([
    ["of a hundred and fifty projects", 150],
    ["of a thousand", 1000],
  ])("%s holds each of them, and afterwards the screen draws few again", async (_, rows) => {
    server.state.ratios = manyProjects(rows);
    const { page, context } = await openPage(browser, `${server.address}/projects`, desktop);
    await page.locator(".ledger-total").waitFor();
    const drawn = () => page.locator("tbody tr:not(.virtual-gap)").count();
    expect(await drawn()).toBeLessThan(rows);
    const sheet = await page.pdf({ preferCSSPageSize: true });
    // About forty rows go on a sheet; a page that is cut off at the window would be one or two.
    const sheets = sheet.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(rows / 60);
    await page.emulateMedia({ media: "print" });
    await expect.poll(drawn, { timeout: 10_000 }).toBe(rows);
    expect(await page.locator(".running-head, .filter").locator("visible=true").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await expect.poll(drawn, { timeout: 10_000 }).toBeLessThan(rows);
    await context.close();
  });
});

describe("a server that is gone", () => {
  test("leaves the figures with their time, says so, and is heard again without a reload", async () => {
    const { page, context } = await openPage(browser, `${server.address}/projects`);
    await page.getByRole("table").waitFor();
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await page.evaluate(() => Reflect.set(window, "sameDocument", true));
    // What an import changed is read anew; nobody answers.
    await page.getByRole("link", { name: "Imports" }).first().click();
    await page
      .locator(".file-drop input")
      .first()
      .setInputFiles([file("Cargo.lock")]);
    await page.getByText("The server did not answer. Nothing was changed.").waitFor();
    await page.getByRole("link", { name: "Projects" }).first().click();
    const alert = page.getByRole("alert");
    await alert.waitFor({ timeout: 20_000 });
    expect(await alert.textContent()).toMatch(/These figures are those of \d\d:\d\d\. The server did not/);
    expect(await page.getByRole("table").count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.unroute("**/api/**");
    await alert.waitFor({ state: "detached", timeout: 20_000 });
    expect(await page.evaluate(() => Reflect.get(window, "sameDocument"))).toBe(true);
    await context.close();
  });

  test("is asked again by itself where there are no figures yet, at the first sight of a page too", async () => {
    server.state.down = true;
    const { page, context } = await openPage(browser, `${server.address}/projects`);
    await page.getByRole("heading", { name: "This page" }).or(page.getByRole("alert")).first().waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("database does not answer");
    await page.evaluate(() => Reflect.set(window, "sameDocument", true));
    server.state.down = false;
    await page.getByRole("table").waitFor({ timeout: 20_000 });
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await page.locator(".sheet").getByLabel("Period", { exact: true }).selectOption("2025");
    await page.getByText("The projects could not be read").waitFor({ timeout: 20_000 });
    await page.unroute("**/api/**");
    await page.getByRole("table").waitFor({ timeout: 20_000 });
    expect(await page.evaluate(() => Reflect.get(window, "sameDocument"))).toBe(true);
    await context.close();
  });
});

test("a server that does not answer is said, with a way on", async () => {
  const { page, context } = await openPage(browser, `${server.address}/projects`);
  await page.getByRole("table").waitFor();
  server.state.down = true;
  await page.locator(".sheet").getByLabel("Period", { exact: true }).selectOption("2025");
  await page.getByRole("heading", { name: "Projects" }).or(page.getByRole("alert")).first().waitFor();
  const alert = page.getByRole("alert");
  await alert.waitFor({ timeout: 20_000 });
  expect(await alert.textContent()).toContain("database does not answer");
  server.state.down = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("table").waitFor();
  await context.close();
});

test("on a phone a row is the name, its ratio in words, the bars and the gap", async () => {
  const { page, context } = await openPage(browser, `${server.address}/projects`, phone);
  const row = page.locator("tbody tr").first();
  await row.waitFor();
  expect(await row.locator("th").innerText()).toContain("0 nothing");
  expect(await row.locator("td:visible").count()).toBe(2);
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await context.close();
});

const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("{}") });

function names(page: Page): Promise<string[]> {
  return page.locator("tbody .ledger-name").allTextContents();
}
