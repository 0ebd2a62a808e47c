import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

// The demo is two years of a company; on a busy machine it takes its time.
const LOADED_MILLIS = 180_000;

let browser: Browser;
let server: RealServer;
let visitor: { page: Page; context: BrowserContext; complaints: string[] };

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startRealServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

// Each test goes on where the one before ended, as a person does.
describe("a visitor who looks around first", () => {
  test(
    "presses once and is in a company that says that it is invented",
    async () => {
      visitor = await openPage(browser, `${server.address}/`);
      const { page } = visitor;
      await page.waitForURL(/\/welcome$/);
      await page.getByRole("button", { name: "Explore a demo company" }).focus();
      await page.keyboard.press("Enter");
      await page.getByText(/^Loading the demo company: step \d+ of \d+\.$/).waitFor();
      await page.waitForURL((url) => url.pathname === "/", { timeout: LOADED_MILLIS });
      await page.getByRole("heading", { name: /of our target/ }).waitFor();
      await page.getByText("Figures are invented, the projects are real.").first().waitFor();
    },
    LOADED_MILLIS,
  );

  test("reads so on a phone too, and axe finds nothing wrong with the note", async () => {
    const { page, context } = await openPage(browser, "about:blank", phone);
    await context.addCookies(await visitor.context.cookies());
    await page.goto(`${server.address}/log`);
    await page.getByText("Figures are invented, the projects are real.").last().waitFor();
    const findings = await accessibilityFindings(page);
    expect(findings.filter(({ targets }) => targets.some((target) => target.includes("demo")))).toEqual([]);
    await context.close();
  });

  test("makes an organization beside it, whose owner sees nothing of the demo's figures", async () => {
    const { page, context } = await openPage(browser, `${server.address}/welcome`, desktop);
    await page.getByRole("button", { name: "Go on in the demo company" }).waitFor();
    await page.getByLabel("Organization").fill("Overhaul");
    await page.getByLabel("Your name").fill("Rosa Winter");
    await page.getByLabel("E-mail").fill("rosa@overhaul.example");
    await page.getByLabel("Password").fill("correct horse battery");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Nothing is imported yet" }).waitFor();
    expect(await page.getByText("Figures are invented").count()).toBe(0);
    await context.close();
  });

  test("removes it with one press, and is led out", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "Remove the demo" }).first().click();
    await page.waitForURL(/\/sign-in/);
    const state: unknown = await (await fetch(`${server.address}/api/v1/installation`)).json();
    expect(state).toEqual({ welcome: false, codeNeeded: false, demo: false });
    await page.goto(`${server.address}/projects`);
    await page.waitForURL(/\/sign-in/);
    expect(visitor.complaints).toEqual([]);
  });
});
