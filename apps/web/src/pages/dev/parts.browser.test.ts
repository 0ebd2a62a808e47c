import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../../testing/browser.ts";
import { startServer, type TestServer } from "../../testing/server.ts";

let browser: Browser;
let server: TestServer;
let page: Page;
let context: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(view = desktop): Promise<void> {
  ({ page, context, complaints } = await openPage(browser, `${server.address}/dev/ui`, view));
  await page.getByRole("heading", { name: "Components" }).waitFor();
}

/** The picker's; the other field of that name only shows an error. */
const dayField = () => page.getByRole("textbox", { name: "Day", exact: true }).first();
const focused = () => page.evaluate(() => document.activeElement?.textContent);

describe("the page of all parts", () => {
  test.each([
    ["on a wide screen", desktop],
    ["in the dark", { ...desktop, theme: "dark" as const }],
    ["on a phone", phone],
  ])("%s passes axe, complains of nothing and needs no sideways scroll", async (_, view) => {
    await open(view);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("used with the keyboard", () => {
  beforeEach(async () => open());
  afterEach(() => context.close());

  test("a search asks once it is typed, marks what was typed, and Enter takes the marked row", async () => {
    const field = page.getByRole("combobox", { name: "Project" });
    await field.pressSequentially("lib");
    await page.getByRole("option", { name: "libexpat" }).waitFor();
    const marked = await page.locator(".combobox-match").allTextContents();
    expect(marked.length).toBeGreaterThan(3);
    expect(new Set(marked)).toEqual(new Set(["lib"]));
    expect(await page.getByRole("option").last().textContent()).toBe("Use “lib” as a new project");
    expect(await accessibilityFindings(page)).toEqual([]);
    await field.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active ?? ""}"]`).textContent()).toContain("libexpat");
    await field.press("Enter");
    expect(await field.inputValue()).toBe("libexpat");
    await field.fill("zz");
    await field.press("Escape");
    expect(await field.inputValue()).toBe("libexpat");
  });

  test.each([
    ["yesterday", "18 Nov"],
    ["mon", "16 Nov"],
    ["-3d", "16 Nov"],
    ["12.8.", "12 Aug"],
    ["24.12.", "24 Dec 2025"],
    ["2026-08-12", "12 Aug"],
  ])("a day typed as %s is %s", async (typed, day) => {
    const field = dayField();
    await field.fill(typed);
    await field.press("Enter");
    expect(await field.inputValue()).toBe(day);
  });

  test("a day that is none is kept as typed, with what is right below it", async () => {
    const field = dayField();
    await field.fill("31.2.");
    await field.press("Enter");
    await expect.poll(() => page.getByText("February 2026 has 28 days.").count()).toBe(2);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.fill("2026-11-20");
    await field.press("Enter");
    await page.getByText("The last day that can be chosen is 19 Nov 2026.").waitFor();
    await field.press("Escape");
    expect(await field.inputValue()).toBe("18 Nov");
  });

  test("the calendar goes by day, week and month, and gives the focus back", async () => {
    const opener = page.getByRole("button", { name: "Choose from the calendar" }).first();
    await opener.press("Enter");
    await page.getByRole("dialog", { name: "Calendar" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Home"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Monday 5 Oct 2026",
    );
    await page.keyboard.press("Enter");
    expect(await dayField().inputValue()).toBe("5 Oct");
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("a period is chosen from its year or typed; what has not begun cannot be chosen", async () => {
    const opener = page.locator(".dev .period-button");
    await opener.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Period" }).last();
    expect(await sheet.getByRole("button", { name: "Dec 2026" }).isDisabled()).toBe(true);
    await sheet.getByRole("button", { name: "Q3 2026" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await opener.textContent()).toContain("March 2026");
    await opener.press("Enter");
    await sheet.getByLabel("Or type").fill("soon");
    await page.keyboard.press("Enter");
    await sheet.getByText("Write a period such as").waitFor();
    await sheet.getByLabel("Or type").fill("2026-03..2026-08");
    await page.keyboard.press("Enter");
    expect(await opener.textContent()).toContain("March 2026 to August 2026");
  });

  test("a menu goes round, leaps to a letter, and refuses with its reason", async () => {
    const opener = page.getByRole("button", { name: "Actions" });
    await opener.press("ArrowDown");
    await expect.poll(focused).toContain("copy link");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toContain("Reverse row");
    await page.keyboard.press("c");
    await page.keyboard.press("c");
    expect(await focused()).toContain("finance only");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("menu").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await focused()).toContain("Actions");
    await opener.press("Enter");
    await expect.poll(focused).toContain("copy link");
    await page.keyboard.press("e");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("edit").waitFor();
  });

  test.each([
    ["dialog", "Open a dialog", "Reverse this row?"],
    ["drawer", "Open a drawer", "Coverage of usage"],
  ])("a %s takes the focus and gives it back on Escape", async (_, button, title) => {
    await page.getByRole("button", { name: button }).press("Enter");
    const opened = page.getByRole("heading", { name: title });
    await opened.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.closest("dialog, .drawer") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await opened.waitFor({ state: "detached" });
    expect(await focused()).toBe(button);
  });

  test("tabs go with the arrows and show their panel", async () => {
    await page.getByRole("tab", { name: "Usage" }).press("ArrowLeft");
    expect(await page.getByRole("tabpanel").textContent()).toBe("What was changed, by whom.");
    expect(await focused()).toBe("History");
    await page.keyboard.press("Home");
    expect(await page.getByRole("tab", { name: "Usage" }).getAttribute("aria-selected")).toBe("true");
  });

  test("segments and boxes are the browser's own", async () => {
    await page.getByRole("radio", { name: "Cash and time" }).press("ArrowRight");
    expect(await page.getByRole("radio", { name: "Pledge cash" }).isChecked()).toBe(true);
    await page.getByRole("checkbox", { name: "Recurring" }).press("Space");
    expect(await page.getByRole("checkbox", { name: "Recurring" }).isChecked()).toBe(true);
    expect(
      await page
        .getByRole("checkbox", { name: "Some of them" })
        .evaluate((box) => box instanceof HTMLInputElement && box.indeterminate),
    ).toBe(true);
  });
});

describe("a toast", () => {
  const toast = () => page.getByRole("status").getByText("Logged 0:45");
  const log = () => page.getByRole("button", { name: "Log 0:45" }).click();

  test("takes back what was done, once", async () => {
    await open();
    await log();
    await page.getByText("4 entries").waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByText("3 entries").waitFor();
    expect(await toast().count()).toBe(0);
    await page.getByRole("status").getByText("Undone").waitFor();
    await context.close();
  });

  test("says why it could not be taken back", async () => {
    await open();
    await page.getByRole("button", { name: "Undo that fails" }).click();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByText("Not undone: the period was closed meanwhile").waitFor();
    await context.close();
  });

  test("goes after eight seconds, but not under the pointer", async () => {
    await open();
    await page.clock.install();
    await log();
    await toast().hover();
    await page.clock.fastForward(20_000);
    expect(await toast().count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.clock.fastForward(7900);
    expect(await toast().count()).toBe(1);
    await page.clock.fastForward(200);
    await toast().waitFor({ state: "detached" });
    await context.close();
  });
});
