import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, openPage, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

const owner = { name: "Ada Moss", email: "ada@larkfield.example", password: "correct horse battery" };

let browser: Browser;
let server: RealServer;
let own: { page: Page; context: BrowserContext; complaints: string[] };

/** Five packages that a portal needs alike; of one maintainer two, and of one nobody says how it is paid. */
const funding: Readonly<Record<string, string | null>> = {
  alder: "https://github.com/sponsors/ann",
  birch: "https://github.com/sponsors/ann",
  cedar: "https://github.com/sponsors/bob",
  dogwood: "https://opencollective.com/dogwood",
  elm: null,
};

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startRealServer()]);
  own = await openPage(browser, `${server.address}/welcome`);
  // Less than the test has: what was waited for in vain is then named.
  own.page.setDefaultTimeout(15_000);
  await write("POST", "installation", { organization: "Larkfield Freight", ...owner });
  await own.context.request.post(`${server.address}/api/auth/sign-in/email`, {
    headers: { origin: server.address },
    data: { email: owner.email, password: owner.password },
  });
  const year = new Date().getUTCFullYear();
  await write("PATCH", "organization", { smallProductFloor: 0 });
  for (const each of [year - 1, year])
    await write("PUT", `targets/${each}`, { amount: "10000", currency: "USD" });
  const sent = await own.context.request.post(
    `${server.address}/api/v1/sboms?product=portal&source=package-lock.json&create=true&wait=true`,
    {
      headers: { origin: server.address, "content-type": "application/octet-stream" },
      data: lockfile(),
    },
  );
  if (!sent.ok()) throw new Error(`The inventory was refused: ${await sent.text()}`);
});
afterAll(async () => {
  await own.context.close();
  await browser.close();
  await server.close();
});

// Each test goes on where the one before ended, as a person does.
describe("a budget becomes gifts", () => {
  test("takes along the budget that a report asks for", async () => {
    const { page } = own;
    await page.goto(`${server.address}/fund?new=true&budget=%227476.00%22&period=2026-Q3`);
    await expect.poll(() => page.getByRole("textbox", { name: "Budget, USD" }).inputValue()).toBe("7,476");
    expect(
      await page.getByLabel("Gaps over").or(page.locator("select[name=period]")).first().inputValue(),
    ).toBe("2026-Q3");
  });

  test("says of an amount that cannot be read that it cannot, and begins nothing without it", async () => {
    const { page } = own;
    await page.goto(`${server.address}/fund`);
    await page.getByRole("textbox", { name: "Budget, USD" }).fill("5000");
    await page
      .getByText("Floor, largest gift and steps")
      .or(page.locator(".fund-settings summary"))
      .first()
      .click();
    const largest = page.getByRole("textbox", { name: /largest gift/i });
    await largest.fill("10k");
    await page.getByText("Write an amount such as 1200 or 1200.50.").waitFor();
    expect(await page.getByRole("button", { name: "Begin" }).isDisabled()).toBe(true);
    await largest.fill("");
    await expect.poll(() => page.getByRole("button", { name: "Begin" }).isEnabled()).toBe(true);
  });

  test("says what it would do before anything is kept, and is begun with Enter", async () => {
    const { page } = own;
    await page.goto(`${server.address}/fund`);
    await page.getByRole("heading", { name: "What would you like to give?" }).waitFor();
    await page.getByText("USD 10,000 is missing to the fair shares").waitFor();
    await page.getByRole("textbox", { name: "Budget, USD" }).fill("5000");
    await page.getByRole("heading", { name: "What it would do" }).waitFor();
    await page.getByRole("img", { name: "Locked 0, proposed 5,000, reserve 0" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Name" }).fill("The first round");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "The first round" }).waitFor();
    for (const name of Object.keys(funding)) expect(await giftOf(page, name)).toBe("1,000");
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test("L locks a line, digits change it, the others adjust, and Z takes it back", async () => {
    const { page } = own;
    // The gaps are alike, so that any line may be the first: J leads to it, and letters of the row do the rest.
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex)).toBe("2");
    await page.getByRole("link", { name: "alder" }).focus();
    await page.keyboard.press("l");
    await page.getByText("alder is locked at USD 1,000").waitFor();
    await page.keyboard.press("2");
    await page.keyboard.type("000");
    await page.keyboard.press("Enter");
    await page.getByText("alder is locked at USD 2,000").waitFor();
    await page.getByRole("img", { name: "Locked 2,000, proposed 3,000, reserve 0" }).waitFor();
    expect(await giftOf(page, "birch")).toBe("750");
    await page.getByRole("tab", { name: "Lines" }).focus();
    await page.keyboard.press("z");
    await page.getByRole("img", { name: "Locked 1,000, proposed 4,000, reserve 0" }).waitFor();
    expect(await giftOf(page, "birch")).toBe("1,000");
  });

  test("plus moves by ten per cent, as one decision however quick", async () => {
    const { page } = own;
    await page.getByRole("link", { name: "cedar" }).focus();
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.getByText("cedar is locked at USD 1,200").waitFor();
    expect(await giftOf(page, "cedar")).toBe("1,200");
    expect(await page.getByText("cedar is locked at USD 1,100").count()).toBe(0);
  });

  test("another decision takes the place of steps that wait", async () => {
    const { page } = own;
    await page.getByRole("link", { name: "cedar" }).focus();
    await page.keyboard.press("+");
    await page.keyboard.press("l");
    await page.getByText("cedar follows its gap again").waitFor();
    await page.waitForTimeout(600);
    expect(await page.getByText("cedar is locked at USD 1,3").count()).toBe(0);
    await page.getByRole("tab", { name: "Lines" }).focus();
    await page.keyboard.press("z");
    await expect.poll(() => giftOf(page, "cedar")).toBe("1,200");
  });

  test("X leaves a line out for a reason that stands beside it, as whoever reads the round sees", async () => {
    const { page } = own;
    await page.getByRole("link", { name: "elm" }).focus();
    await page.keyboard.press("x");
    await page.getByRole("dialog").getByRole("textbox", { name: "Why" }).fill("We asked and wait");
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText("elm is left out").waitFor();
    await page.getByRole("cell", { name: "We asked and wait" }).waitFor();
    expect(await giftOf(page, "elm")).toBe("0");
  });

  test("the budget is changed, and changed back", async () => {
    const { page } = own;
    await page.getByRole("button", { name: "Change", exact: true }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("textbox", { name: "Budget, USD" }).fill("6,000");
    await page.keyboard.press("Enter");
    await page.getByText("The round is changed").waitFor();
    await page.getByRole("img", { name: "Locked 2,200, proposed 3,800, reserve 0" }).waitFor();
    await page.getByRole("tab", { name: "Lines" }).focus();
    await page.keyboard.press("z");
    await page.getByRole("img", { name: "Locked 2,200, proposed 2,800, reserve 0" }).waitFor();
  });

  test("more than the budget cannot be locked, and the page says so", async () => {
    const { page } = own;
    const field = page.getByRole("textbox", { name: "Gift to dogwood" });
    await field.fill("4000");
    await field.press("Enter");
    await page.getByText("More would be locked than the budget holds").waitFor();
    await expect.poll(() => giftOf(page, "dogwood")).toBe("1,400");
  });

  test("what somebody else decided meanwhile is shown, and nothing is decided over it", async () => {
    const { page } = own;
    const round = await firstRound();
    await write("PUT", `rounds/${round.id}/lines`, {
      version: round.version,
      project: "pkg:npm/dogwood",
      locked: "500",
    });
    await page.getByRole("button", { name: "Lock birch" }).click();
    await page.getByText("Somebody else changed this round meanwhile").waitFor();
    await page.getByRole("button", { name: "Unlock dogwood" }).waitFor();
    expect(await giftOf(page, "dogwood")).toBe("500");
    await page.getByRole("button", { name: "Lock birch" }).waitFor();
  });

  test("stands again after a reload, by payee: one maintainer carries two projects", async () => {
    const { page } = own;
    await page.getByRole("tab", { name: "Payees" }).click();
    await page.reload();
    const ann = page.getByRole("row", { name: /^ann/ });
    await ann.getByText("birch").waitFor();
    await ann.getByText("alder").waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Lines" }).click();
    await page.getByRole("textbox", { name: "Gift to elm" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("goes out as the file of GitHub Sponsors, and as a table of all lines", async () => {
    const { page } = own;
    // 1,000 and 1,200 are locked for ann and bob, 500 for dogwood; the rest of the budget is birch's, up to its gap.
    expect(await downloaded(page, "GitHub Sponsors, 2 accounts")).toEqual({
      name: "headwater-sponsors.csv",
      text: "Maintainer username,Sponsorship amount in USD\r\nann,3000\r\nbob,1200\r\n",
    });
    const plan = await downloaded(page, "All lines as CSV");
    expect(plan.name).toBe("headwater-plan.csv");
    const [head, ...rows] = plan.text.trim().split("\r\n");
    expect(head).toBe(
      "project,name,usageShare,currency,given,fairShare,gap,suggested,final,reason,toPay,leftOut,paidThrough,account,address",
    );
    expect(rows).toHaveLength(5);
    expect(rows.find((row) => row.startsWith("pkg:npm/elm"))).toContain(
      ",0.00,left-out,0.00,We asked and wait,,,",
    );
    // The two that were refused above, and nothing else.
    expect(own.complaints.map((complaint) => /status of (\d+)/.exec(complaint)?.[1])).toEqual(["409", "412"]);
  });
});

function giftOf(page: Page, project: string): Promise<string> {
  return page.getByRole("textbox", { name: `Gift to ${project}` }).inputValue();
}

async function downloaded(page: Page, entry: string): Promise<{ name: string; text: string }> {
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function firstRound(): Promise<{ id: string; version: number }> {
  const answer = await own.context.request.get(`${server.address}/api/v1/rounds`);
  const { items }: { items: { id: string; version: number }[] } = await answer.json();
  const [round] = items;
  if (round === undefined) throw new Error("there is no round");
  return round;
}

async function write(method: string, path: string, data: object): Promise<void> {
  const answer = await own.context.request.fetch(`${server.address}/api/v1/${path}`, {
    method,
    headers: { origin: server.address },
    data,
  });
  if (!answer.ok()) throw new Error(`${method} ${path} was refused: ${await answer.text()}`);
}

function lockfile(): string {
  const names = Object.keys(funding);
  return JSON.stringify({
    name: "portal",
    lockfileVersion: 3,
    packages: {
      "": { name: "portal", dependencies: Object.fromEntries(names.map((name) => [name, "1.0.0"])) },
      ...Object.fromEntries(
        Object.entries(funding).map(([name, url]) => [
          `node_modules/${name}`,
          {
            version: "1.0.0",
            resolved: `https://registry.example/${name}/-/${name}-1.0.0.tgz`,
            ...(url === null ? {} : { funding: { url } }),
          },
        ]),
      ),
    },
  });
}
