import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../testing/browser.ts";
import { startServer, type TestServer } from "../testing/server.ts";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterEach(() => {
  Object.assign(server.state, { down: false, signedIn: true });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const open = async (path = "/projects", view = desktop) => {
  const opened = await openPage(browser, `${server.address}${path}`, view);
  await opened.page
    .getByRole("table")
    .or(opened.page.getByRole("heading", { level: 1 }))
    .first()
    .waitFor();
  return opened;
};
const head = (page: Page) => page.getByRole("banner");
const searchOf = (page: Page) => new URL(page.url()).search;

describe("the scope", () => {
  test("stands in the address, goes along to other pages, and Back brings the former one back", async () => {
    const { page, context } = await open();
    await head(page).getByLabel("Period", { exact: true }).selectOption("2026-Q3");
    await head(page).getByLabel("Unit").selectOption("platform");
    await page.waitForURL(/unit=platform/);
    expect(searchOf(page)).toBe("?period=2026-Q3&unit=platform");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Imports" }).click();
    await page.getByRole("heading", { name: "Imports" }).waitFor();
    expect(searchOf(page)).toBe("?period=2026-Q3&unit=platform");
    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => url.search === "?period=2026-Q3");
    await head(page).getByLabel("Period", { exact: true }).selectOption("ttm");
    await page.waitForURL((url) => url.search === "");
    await context.close();
  });

  test("moves by one period with the arrows, but not for who types", async () => {
    const { page, context } = await open("/projects?period=2026-Q3");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/period=2026-Q2/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Find a project/ }).waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Escape");
    expect(searchOf(page)).toContain("period=2026-Q2");
    await context.close();
  });

  test("says of a part why a page does not use it", async () => {
    const { page, context } = await open("/imports");
    const unit = head(page).getByRole("button", { name: "Unit: All units" });
    await unit.focus();
    expect(await head(page).getByText("This page is not narrowed by unit.").isVisible()).toBe(true);
    await context.close();
  });
});

describe("find or do", () => {
  test("finds a project with its figures and leads to it, by keys alone", async () => {
    const { page, context, complaints } = await open("/imports");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("birch");
    const options = page.getByRole("option");
    await options.filter({ hasText: "Gap of Birch" }).waitFor();
    expect(await options.allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Birch.*reach 57\u202f%/),
        "Gap of BirchUSD\u00a018,095",
      ]),
    );
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/projects.*birch/i);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("turns with Tab to one kind, shows a typed period, and gives the focus back on Escape", async () => {
    const { page, context } = await open();
    const opener = page.getByRole("button", { name: "Find or do" });
    await opener.click();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.getByText("only: Do").waitFor();
    await page.keyboard.type("2026-q2");
    await page.getByRole("option", { name: "Show Second quarter 2026" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/period=2026-Q2/);
    await opener.click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  test("keeps what is typed while it is on its way, and Escape gives the keys back at once", async () => {
    const { page, context } = await open();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/Palette-.*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    const filter = page.getByRole("searchbox").first();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("lost");
    await page.keyboard.press("Escape");
    await filter.fill("");
    await filter.pressSequentially("birch");
    expect(await filter.inputValue()).toBe("birch");
    await page.locator("h1").first().click();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("cedar");
    release();
    const palette = page.getByRole("combobox", { name: "Find or do" }).or(page.locator(".palette-input"));
    await expect.poll(() => palette.first().inputValue()).toBe("cedar");
    await context.close();
  });

  test("works without the server with what the browser knows, and says so", async () => {
    const { page, context } = await open();
    server.state.down = true;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("import");
    await page.getByText("The server did not answer; only what this browser knows is shown.").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/imports/);
    await context.close();
  });
});

describe("keys", () => {
  test("lead to pages after G, and are listed with their switches", async () => {
    const { page, context } = await open();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.waitForURL(/\/imports/);
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel("Single keys do something").uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Find a project/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/imports");
    await context.close();
  });

  test("reach everything that the rail and the head have, with the way to the page first", async () => {
    const { page, context } = await open("/imports");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("To the page");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("page");
    await context.close();
  });
});

test("the language changes words and figures of the whole frame at once, and is kept", async () => {
  const { page, context, complaints } = await open();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page
    .getByRole("navigation", { name: "Hauptseiten" })
    .getByRole("link", { name: "Projekte" })
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "Finden oder tun" }).waitFor();
  const left = await page.getByRole("banner").textContent();
  expect(left).toContain("Alle Einheiten");
  expect(complaints).toEqual([]);
  await context.close();
});

describe.each([
  ["on a desk", desktop],
  ["in the dark", { ...desktop, theme: "dark" as const }],
  ["beside another window", { ...desktop, width: 1024 }],
  ["on a phone", phone],
  ["on a small phone", { ...phone, width: 360 }],
])("%s", (_, view) => {
  test("axe finds nothing, and nothing has to be scrolled sideways", async () => {
    const { page, context } = await open("/imports", view);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await context.close();
  });
});

test("on a phone the menu holds the pages and the parts of the scope", async () => {
  const { page, context } = await open("/projects", phone);
  await page.getByRole("button", { name: "More" }).tap();
  const menu = page.getByRole("dialog", { name: "Menu" });
  await menu.getByLabel("Unit").selectOption("platform");
  await page.waitForURL(/unit=platform/);
  expect(await accessibilityFindings(page)).toEqual([]);
  await menu.getByRole("link", { name: "Imports" }).tap();
  await page.getByRole("heading", { name: "Imports" }).waitFor();
  await context.close();
});

test("it can be installed: a manifest with a name, a start and icons that exist", async () => {
  const { page, context } = await open("/imports");
  const manifest: { icons: { src: string }[]; start_url: string } = await page.evaluate(async () =>
    (await fetch("/manifest.webmanifest")).json(),
  );
  expect(manifest.start_url).toBe("/");
  for (const { src } of manifest.icons)
    expect((await readFile(join(inject("builtPages"), src))).subarray(1, 4).toString()).toBe("PNG");
  await context.close();
});

/**
 * Goal P7 is 90 KB for the first page that somebody opens. The first page of a stranger keeps it; the table of the
 * projects does not yet, and must not grow further away from it.
 */
test.each([
  ["/sign-in", false, 80_000],
  ["/projects", true, 118_500],
])("the scripts of %s are at most so many bytes, compressed", async (path, signedIn, most) => {
  server.state.signedIn = signedIn;
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(`${server.address}${path}`);
  await page
    .getByRole(signedIn ? "table" : "heading")
    .first()
    .waitFor();
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(await readFile(join(inject("builtPages"), script))).length;
  expect(scripts.size).toBeGreaterThan(2);
  expect(bytes).toBeLessThanOrEqual(most);
  await context.close();
});
