import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import {
  accessibilityFindings,
  desktop,
  openPage,
  phone,
  startBrowser,
  type View,
} from "./testing/browser.ts";
import {
  exampleSummary,
  manyProjects,
  oddProjects,
  summaryWithoutTarget,
  withoutTarget,
  workedExample,
} from "./testing/example.ts";
import { startServer, type State, type TestServer } from "./testing/server.ts";

const emptySummary = { ...exampleSummary, projects: 0, products: 0 };

let browser: Browser;
let server: TestServer;
const ordinary: Partial<State> = {
  welcome: false,
  codeNeeded: false,
  signedIn: true,
  ratios: workedExample,
  summary: exampleSummary,
  down: false,
};

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterEach(() => {
  Object.assign(server.state, ordinary);
  server.state.uploads.length = 0;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const dark: View = { ...desktop, theme: "dark" };
const views: readonly (readonly [string, View])[] = [
  ["light", desktop],
  ["dark", dark],
  ["on a phone", phone],
  ["on a small dark phone", { width: 360, height: 780, theme: "dark" }],
];

const pages: readonly (readonly [string, string, Partial<State>, string])[] = [
  ["the sign-in", "/sign-in", { signedIn: false }, "Sign in"],
  ["the first start", "/welcome", { signedIn: false, welcome: true, codeNeeded: true }, "Create the owner"],
  ["home", "/", {}, "We gave"],
  [
    "home without a target",
    "/",
    { ratios: withoutTarget, summary: summaryWithoutTarget },
    "Partial: we gave",
  ],
  ["home of an empty organization", "/", { ratios: [], summary: emptySummary }, "Nothing is imported yet"],
  ["the projects", "/projects", {}, "Projects"],
  [
    "the projects without a target",
    "/projects",
    { ratios: withoutTarget, summary: summaryWithoutTarget },
    "Projects",
  ],
  [
    "projects without a rate or a use",
    "/projects",
    { ratios: [...workedExample, ...oddProjects] },
    "Projects",
  ],
  ["ten thousand projects", "/projects", { ratios: manyProjects() }, "Projects"],
  [
    "why a figure is what it is",
    "/projects?why=gap:github.com/cairn/cairn",
    {},
    "How this figure comes about",
  ],
  ["an ended session", "/sign-in?next=%2Fimports&ended=true", { signedIn: false }, "Sign in"],
  ["an empty organization", "/projects", { ratios: [] }, "Nothing is imported yet"],
  ["the imports", "/imports", {}, "Imports"],
  ["an address that leads nowhere", "/nowhere", {}, "There is no page"],
];

describe.each(views)("seen %s", (_, view) => {
  test.each(pages)(
    "%s passes axe, complains of nothing and needs no sideways scroll",
    async (_page, path, state, heading) => {
      Object.assign(server.state, state);
      const { page, context, complaints } = await openPage(browser, server.address + path, view);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

describe("the sign-in", () => {
  test("says that e-mail and password do not belong together, without saying which is wrong", async () => {
    server.state.signedIn = false;
    const { page, context } = await openPage(browser, `${server.address}/projects?sort=usage`);
    await signIn(page, "wrong");
    await expect(page.getByRole("alert").textContent()).resolves.toContain("do not belong together");
    expect(await page.getByLabel("E-mail").inputValue()).toBe("ada@larkfield.example");
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  test("leads back to the address that was asked for", async () => {
    server.state.signedIn = false;
    const { page, context } = await openPage(browser, `${server.address}/projects?sort=usage`);
    await signIn(page, "correct horse battery");
    await page.getByRole("heading", { name: "Projects" }).waitFor();
    expect(new URL(page.url()).search).toBe("?sort=usage");
    await context.close();
  });

  test("never leads to another site", async () => {
    server.state.signedIn = false;
    const { page, context } = await openPage(
      browser,
      `${server.address}/sign-in?next=//elsewhere.example/projects`,
    );
    await signIn(page, "correct horse battery");
    await page.getByRole("heading", { name: "Projects" }).waitFor();
    expect(new URL(page.url()).origin).toBe(server.address);
    await context.close();
  });
});

test("the first visitor creates the owner; a refused field says so beside itself and keeps the rest", async () => {
  Object.assign(server.state, { signedIn: false, welcome: true, codeNeeded: true });
  const { page, context } = await openPage(browser, `${server.address}/`);
  await page.getByLabel("One-time code").fill("water-4711");
  await page.getByLabel("Organization").fill("Larkfield Freight");
  await page.getByLabel("Your name").fill("Ada Moss");
  await page.getByLabel("E-mail").fill("ada@larkfield.example");
  await page.getByLabel("Password").fill("password-password");
  await page.getByRole("button", { name: "Create" }).click();
  const password = page.getByLabel("Password");
  await page.getByText("on every list of guesses").waitFor();
  expect(await password.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByLabel("Organization").inputValue()).toBe("Larkfield Freight");
  await password.fill("correct horse battery");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await context.close();
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill("ada@larkfield.example");
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Password").press("Enter");
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
