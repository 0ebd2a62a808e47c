import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, phone, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

const owner = { email: "ada@larkfield.example", password: "correct horse battery" };
const key = "0123456789012345678901234567890123456789";

let browser: Browser;
let server: RealServer;
let page: Page;
let context: BrowserContext;

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
  const made = await fetch(`${server.address}/api/v1/projects`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ slug: "github.com/curl/curl" }),
  });
  if (!made.ok) throw new Error(`the project was not made: ${await made.text()}`);
  ({ page, context } = await openPage(browser, server.address, phone));
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

// Each test goes on where the one before ended, as a person on a train does.
describe("on a phone without a network", () => {
  test("the page to log on opens, though it was never opened before", async () => {
    const kept = () =>
      page.evaluate(async () => {
        const shell = await caches.open("headwater-shell-1");
        return (await shell.keys()).map(({ url }) => new URL(url).pathname);
      });
    // It is fetched a few seconds after the first page, which comes first.
    await expect.poll(kept, { timeout: 20_000 }).toContainEqual(expect.stringMatching(/\/LogPage-.*\.js$/));
    // The files of one page are kept side by side; the last of them a moment later.
    await page.waitForTimeout(1000);
    await context.setOffline(true);
    await page.goto(`${server.address}/log`);
    await page.getByRole("textbox", { name: "What did you give?" }).waitFor();
  });

  test("what is logged waits, also through a restart of the browser's page", async () => {
    await page.getByRole("textbox", { name: "What did you give?" }).fill("25m review github.com/curl/curl");
    await page.keyboard.press("Enter");
    await page.getByText("waiting to be sent").first().waitFor();
    await page.reload();
    await page.getByText("1 waiting to be sent").first().waitFor();
  });

  test("and goes out once when the network is back", async () => {
    await context.setOffline(false);
    await page.getByText("1 waiting to be sent").first().waitFor({ state: "detached" });
    const answer = await fetch(`${server.address}/api/v1/contributions`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await answer.json()).toMatchObject({ items: [{ project: "github.com/curl/curl", minutes: 25 }] });
  });
});
