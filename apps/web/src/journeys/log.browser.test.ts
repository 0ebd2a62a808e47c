import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, desktop, openPage, phone, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

const owner = { email: "ada@larkfield.example", password: "correct horse battery" };
const key = "0123456789012345678901234567890123456789";

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
    }),
  ]);
  for (const slug of ["curl/curl", "netty/netty", "libexpat/libexpat"])
    await ask("/projects", { slug: `github.com/${slug}` });
  own = await openPage(browser, `${server.address}/log`);
  await own.page.getByLabel("E-mail").fill(owner.email);
  await own.page.getByLabel("Password").fill(owner.password);
  await own.page.keyboard.press("Enter");
  await own.page.getByRole("heading", { name: "Log a contribution" }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function ask(path: string, body: object): Promise<void> {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** The same weekday of the week before, where the server is. */
function weekAgo(): string {
  return new Date(Date.now() - 7 * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Warsaw" });
}

const line = (page: Page) => page.getByRole("textbox", { name: "What did you give?" });
const rows = (page: Page) => page.locator(".log-ledger tbody tr");

// Each test goes on where the one before ended, as a person does.
describe("logging time", () => {
  test("five entries in under a minute, hands never off the keyboard", async () => {
    const { page } = own;
    await line(page).waitFor();
    const begin = Date.now();
    for (const [text, chip] of [
      ["45m review curl#13412", "curl"],
      ["1h30 code netty", "netty"],
      ["20m triage libexpat", "libexpat"],
      ["0,5h docs curl", "Docs"],
      ["10m support netty", "netty"],
    ] as const) {
      await page.keyboard.type(text);
      await page
        .locator(".callout", { hasText: new RegExp(chip, "i") })
        .first()
        .waitFor();
      await page.locator(".callout-guessed").first().waitFor({ state: "detached" });
      const before = await rows(page).count();
      await page.keyboard.press("Enter");
      await expect.poll(() => rows(page).count()).toBe(before + 1);
    }
    expect(Date.now() - begin).toBeLessThan(60_000);
    expect(await page.locator(".log-ledger tfoot").innerText()).toContain("3:15");
    expect(own.complaints).toEqual([]);
  });

  test("the key Z takes the last one back, and the ledger keeps both rows", async () => {
    const { page } = own;
    await expect.poll(() => page.locator(".toasts").innerText()).toContain("Logged 0:10");
    // Single keys are words while one types: Escape is not needed, the focus only leaves the line.
    await page.keyboard.press("Tab");
    await page.keyboard.press("z");
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.getByText("One row of this week was taken back").waitFor();
  });

  test("what was written offers itself, and Tab takes it", async () => {
    const { page } = own;
    await line(page).focus();
    await page.keyboard.type("15m rev");
    await page.locator(".log-line-completion", { hasText: "iew" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("cu");
    await page.locator(".log-line-completion", { hasText: "rl" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await line(page).inputValue()).toBe("15m review curl ");
    await line(page).fill("");
  });

  test("a pasted address fills the line, and a project that nobody knows is added with the entry", async () => {
    const { page } = own;
    await line(page).evaluate((field) => {
      const data = new DataTransfer();
      data.setData("text/plain", "https://github.com/tukaani-project/xz/pull/92");
      field.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.keyboard.type("40m");
    await page.getByText("new here, will be added").waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => rows(page).count()).toBe(5);
    expect(await rows(page).filter({ hasText: "xz" }).innerText()).toContain("#92");
  });

  test("what cannot be is answered by what is right", async () => {
    const { page } = own;
    const below = page.locator(".log-below");
    for (const [text, answer] of [
      ["25h review curl", "A day holds 1 minute to 24 hours"],
      ["1h review curl 2026-02-30", "The calendar has no such day"],
      ["1h review nobodyknowsit", "No project here is called nobodyknowsit"],
    ] as const) {
      await line(page).fill(text);
      await page.waitForTimeout(400);
      await page.keyboard.press("Enter");
      await expect.poll(() => below.innerText()).toContain(answer);
    }
    expect(await rows(page).count()).toBe(5);
    await line(page).fill("");
  });

  test("an entry that cannot be sent is kept, and goes out when the server is back", async () => {
    const { page, context } = own;
    await line(page).focus();
    await page.keyboard.type("25m review curl");
    await page.locator(".callout", { hasText: "curl" }).waitFor();
    await context.setOffline(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".toasts").innerText()).toContain("Kept here until");
    await rows(page).filter({ hasText: "waiting to be sent" }).waitFor();
    await context.setOffline(false);
    await rows(page).filter({ hasText: "waiting to be sent" }).waitFor({ state: "detached" });
    expect(await rows(page).count()).toBe(6);
    // The browser says of each refused connection that it failed; that is the point here.
    own.complaints.splice(0);
  });

  test("the week before is copied after a look at it, and undone as one", async () => {
    const { page } = own;
    await ask("/contributions", {
      project: "curl",
      minutes: 35,
      kind: "mentoring",
      day: weekAgo(),
      person: owner.email,
    });
    await page.goto(`${server.address}/log`);
    await rows(page).first().waitFor();
    await page.getByRole("link", { name: "Earlier week" }).click();
    await page.waitForURL(/week=/);
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => rows(page).count()).toBe(6);
    await page.getByRole("button", { name: /^Copy the week before/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Log one row, 0:35" }).click();
    await expect.poll(() => rows(page).count()).toBe(7);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => rows(page).count()).toBe(6);
  });

  test("from any page the key C opens the line over it", async () => {
    const { page } = own;
    await page.goto(`${server.address}/giving/time`);
    await page.getByRole("heading", { name: "Giving" }).waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("textbox").waitFor();
    await page.keyboard.type("5m review curl");
    await page.getByRole("dialog").locator(".callout", { hasText: "curl" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.locator(".toasts").innerText()).toContain("Logged 0:05");
  });
});

describe("giving", () => {
  test("a donation without an exchange rate is kept, visibly without a value", async () => {
    const { page } = own;
    await page.goto(`${server.address}/giving/money`);
    await page
      .getByRole("button", { name: /^Record a donation/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Payee").fill("curl");
    await dialog.getByLabel("Amount").fill("2500,50");
    await dialog.getByLabel("Currency").fill("eur");
    await dialog.getByText("to no single project").click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Record" }).click();
    await page.getByText("One donation, EUR 2,500.50, has no exchange rate of its day.").waitFor();
    expect(await page.locator(".giving-table tbody tr").innerText()).toContain("unknown");
  });

  test("it is taken back with its reason, and both rows stay", async () => {
    const { page } = own;
    await page.getByRole("button", { name: /^Take back/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await dialog.getByText("Write why").waitFor();
    await dialog.getByLabel("Reason").fill("entered twice");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".giving-table tbody tr").count()).toBe(2);
    await page.getByText("0 rows").waitFor();
    expect(own.complaints).toEqual([]);
  });
});

describe("every window", () => {
  test.each([
    ["/log", desktop],
    ["/log", { ...desktop, theme: "dark" as const }],
    ["/log", phone],
    ["/giving/time", { ...desktop, width: 1024 }],
    ["/giving/money", { ...phone, width: 360 }],
  ])("%s holds, without a finding and without going sideways", async (path, view) => {
    const { page, context } = await openPage(browser, server.address, view);
    await context.addCookies(await own.context.cookies());
    await page.goto(`${server.address}${path}`);
    await page.locator("h1").waitFor();
    await page.locator("table.ledger, .empty").first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await context.close();
  });
});
