import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  accessibilityFindings,
  desktop,
  openPage,
  phone,
  startBrowser,
  type View,
} from "./testing/browser.ts";
import { type RealServer, startRealServer } from "./testing/real-server.ts";

const owner = { email: "ada@larkfield.example", password: "correct horse battery" };
const fixtures = "../../../packages/ingest/src/formats/";

let browser: Browser;
let server: RealServer;
/** The owner's browser, from the first start to the sign-out. */
let own: { page: Page; context: BrowserContext; complaints: string[] };

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startRealServer()]);
});
afterAll(async () => {
  await browser.close();
  const status = await server.close();
  if (status !== 0) throw new Error(`The server ended with ${status} when it was asked to stop`);
});

// Each test goes on where the one before ended, as a person does.
describe("from an empty installation to the ratio", () => {
  test("the first visitor is led to create the owner, and then told what to do next", async () => {
    own = await openPage(browser, `${server.address}/`);
    const { page } = own;
    page.setDefaultTimeout(8000);
    await page.waitForURL(/\/welcome$/);
    await page.getByLabel("Organization").waitFor();
    // With the keyboard alone, as the rest of the way can be gone.
    for (const text of ["Larkfield Freight", "Ada Moss", owner.email, owner.password]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Nothing is imported yet" }).waitFor();
    await page.getByRole("heading", { name: "Drop lockfiles and SBOMs here" }).waitFor();
    expect(await page.getByRole("complementary", { name: "Contents" }).innerText()).toContain("Ada Moss");
    expect(own.complaints).toEqual([]);
  });

  test("of three dropped files two are read and the broken one says why", async () => {
    const { page } = own;
    await page.getByRole("link", { name: "Imports" }).first().click();
    await page.getByRole("heading", { name: "Imports", level: 1 }).waitFor();
    // Files are chosen with the keyboard: the button opens the browser's own dialogue.
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).focus();
    await page.keyboard.press("Enter");
    await (
      await choosing
    ).setFiles([
      await fixture("npm-lock/fixtures/cdxgen/v3/package-lock.json", "package-lock.json"),
      await fixture("cargo-lock/fixtures/cdxgen/Cargo.lock", "Cargo.lock"),
      await fixture("npm-lock/fixtures/scalibr/not-json.txt", "npm-shrinkwrap.json"),
    ]);
    await page.getByText("2 imported · 1 refused").waitFor();
    const line = (name: string) => page.locator(".file-line", { hasText: name });
    expect(await line("package-lock.json").innerText()).toMatch(/\+\d+ −0 ↑0 · \d+ components · npm-lock/);
    expect(await line("Cargo.lock").innerText()).toMatch(/ components · cargo-lock/);
    expect(await line("npm-shrinkwrap.json").innerText()).toMatch(
      /JSON[^]*Nothing of this file was imported/,
    );
    expect(own.complaints).toEqual([]);
  });

  test("the same bytes again change nothing", async () => {
    const { page } = own;
    await page.getByRole("button", { name: "Clear what is over" }).click();
    await page
      .locator(".file-drop input")
      .first()
      .setInputFiles([await fixture("cargo-lock/fixtures/cdxgen/Cargo.lock", "Cargo.lock")]);
    await page.getByText("unchanged: the same bytes are in force already").waitFor();
  });

  test("the table has a row for each project, its usage sums to 100, and its ratio waits for something given", async () => {
    const { page } = own;
    await page.getByRole("link", { name: "See the projects" }).click();
    await page.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
    const total = page.locator(".ledger-total");
    await total.getByText(/^\d+ projects$/).waitFor();
    expect(await total.locator(".c-usage").textContent()).toBe("100.0");
    const first = page.locator("tbody tr").first();
    expect(await first.locator(".c-ratio").textContent()).toBe("unknown: no target");
    expect(await first.locator(".c-gap").textContent()).toBe("unknown: no target");
    expect(await page.getByText("rests on provisional projects").count()).toBe(1);
  });

  test("on a small phone unknown figures stay in their columns, with their reasons", async () => {
    const { page } = own;
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`${server.address}/`);
    await page.locator("main dd").first().waitFor();
    const beyond = await page
      .locator("main dd")
      .evaluateAll((figures) => figures.filter((figure) => figure.scrollWidth > figure.clientWidth).length);
    expect(beyond).toBe(0);
    await page.setViewportSize(desktop);
    await page.goto(`${server.address}/projects`);
    await page.locator(".ledger-total").waitFor();
  });

  test("the table is read with the keyboard alone: order, rows, and why a figure is what it is", async () => {
    const { page } = own;
    await page.getByLabel("Filter projects by name").focus();
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    // The tools, then the heads of the table, in the order in which they are read.
    const tabTo = async (aim: Locator) => {
      for (let presses = 0; presses < 20 && !(await isFocused(aim)); presses += 1)
        await page.keyboard.press("Tab");
      expect(await isFocused(aim)).toBe(true);
    };
    await tabTo(page.getByRole("columnheader", { name: "Usage" }).getByRole("button"));
    await press("Enter");
    await page.waitForURL(/sort=usage/);
    expect(await page.getByRole("columnheader", { name: "Usage" }).getAttribute("aria-sort")).toBe(
      "descending",
    );
    // The rows are one stop; the arrows lead from row to row.
    const opener = (row: number) => page.locator("tbody tr").nth(row).locator(".ledger-open");
    await tabTo(opener(0));
    await press("ArrowDown", 2);
    await press("ArrowUp");
    expect(await isFocused(opener(1))).toBe(true);
    await press("w");
    const why = page.locator(".reason");
    await why.getByText("Rests on").waitFor();
    expect(await why.getByRole("heading", { name: "Usage share" }).count()).toBe(1);
    const asked = new URL(page.url()).searchParams.get("why") ?? "";
    expect(asked).toBe(`usageShare:${await projectOf(opener(1))}`);
    await press("Escape");
    await why.waitFor({ state: "detached" });
    expect(await isFocused(opener(1))).toBe(true);
    await page.goto(`${server.address}/projects`);
    await page.locator(".ledger-total").waitFor();
    expect(own.complaints).toEqual([]);
  });

  test("an hour's rate, a target and hours give the project its ratio", async () => {
    const { page } = own;
    const opener = page.locator("tbody .ledger-open").first();
    const project = await projectOf(opener);
    const address = (await opener.getAttribute("href")) ?? "";
    const year = new Date().getFullYear();
    for (const each of [year - 1, year])
      await write(page, "PUT", `/targets/${each}`, { amount: "40000", currency: "USD" });
    const hourly = { amount: "110", currency: "USD" };
    await write(page, "PUT", "/rates", { from: `${year - 2}-01-01`, hourly });
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await write(page, "POST", "/contributions", { project, day, minutes: 600, kind: "review" });
    await page.reload();
    const row = page.locator("tbody tr", { has: page.locator(`[href="${address}"]`) });
    await row.locator(".c-time", { hasText: "10:00" }).waitFor();
    expect(await row.locator(".c-time").textContent()).toBe("10:00");
    expect(await row.locator(".c-given").textContent()).toBe("1,100");
    // The only project that received anything holds all of g, so its ratio is 1 ÷ its usage share.
    const usage = Number(await row.locator(".c-usage").textContent()) / 100;
    expect(Number(await row.locator(".ratio-figure").textContent())).toBeCloseTo(1 / usage, -1);
    expect(own.complaints).toEqual([]);
  });

  test.each<readonly [string, View]>([
    ["light", desktop],
    ["dark", { ...desktop, theme: "dark" }],
    ["on a phone", phone],
    ["on a small dark phone", { width: 360, height: 780, theme: "dark" }],
  ])("the real pages pass axe and need no sideways scroll, %s", async (_, view) => {
    const { page } = own;
    await page.setViewportSize(view);
    await page.emulateMedia({ colorScheme: view.theme, reducedMotion: "reduce" });
    for (const path of ["/", "/projects", "/imports"]) {
      await page.goto(server.address + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await accessibilityFindings(page)).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBe(0);
    }
    await page.setViewportSize(desktop);
    expect(own.complaints).toEqual([]);
  });

  test("another browser needs the password: a wrong one is refused, the right one leads to the page asked for", async () => {
    const other = await openPage(browser, `${server.address}/projects?sort=usage`);
    await other.page.waitForURL(/\/sign-in/);
    await signIn(other.page, "not the password at all");
    expect(await other.page.getByRole("alert").textContent()).toContain("do not belong together");
    await signIn(other.page, owner.password);
    await other.page.locator(".ledger-total").waitFor();
    expect(new URL(other.page.url()).search).toBe("?sort=usage");
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test("who signs out is out, here and with the cookie that the browser had", async () => {
    const { page, context } = own;
    const cookies = await context.cookies();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await context.addCookies(cookies);
    await page.goto(`${server.address}/projects`);
    await page.waitForURL(/\/sign-in/);
    expect(own.complaints).toEqual([]);
    await context.close();
  });
});

test("every answer carries a policy that allows nothing but our own files", async () => {
  const policy = (await fetch(`${server.address}/projects`)).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement);
}

/** The slug of the project to whose page a row's name leads. */
async function projectOf(opener: Locator): Promise<string> {
  const path = new URL((await opener.getAttribute("href")) ?? "", server.address).pathname;
  return decodeURIComponent(path).replace("/projects/", "");
}

async function fixture(path: string, name: string) {
  const buffer = await readFile(new URL(fixtures + path, import.meta.url));
  return { name, mimeType: "application/octet-stream", buffer };
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Password").press("Enter");
  await page.getByRole("alert").or(page.locator(".ledger-total")).waitFor();
}

/** A write of the machine interface that has no page yet, with the session of the page. */
async function write(page: Page, method: string, path: string, body: unknown): Promise<void> {
  const status = await page.evaluate(
    async ([verb, address, json]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(address, { method: verb, headers, body: json })).status;
    },
    [method, `/api/v1${path}`, JSON.stringify(body)] as const,
  );
  expect(status).toBeLessThan(300);
}
