import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFindings, openPage, startBrowser } from "../testing/browser.ts";
import { type RealServer, startRealServer } from "../testing/real-server.ts";

const owner = { name: "Ada Moss", email: "ada@larkfield.example", password: "correct horse battery" };

let browser: Browser;
let server: RealServer;
let own: { page: Page; context: BrowserContext; complaints: string[] };

/** Ten scopes with two packages each, and twenty packages of which nobody proposes anything. */
const scopes = Array.from({ length: 10 }, (_, place) => `@scope-${place}`);
const alone = Array.from({ length: 20 }, (_, place) => `lonely-${String.fromCodePoint(97 + place)}`);

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startRealServer()]);
  own = await openPage(browser, `${server.address}/welcome`);
  const { page, context } = own;
  // Less than the test has: what was waited for in vain is then named.
  page.setDefaultTimeout(15_000);
  const headers = { origin: server.address };
  await context.request.post(`${server.address}/api/v1/installation`, {
    headers,
    data: { organization: "Larkfield Freight", ...owner },
  });
  await context.request.post(`${server.address}/api/auth/sign-in/email`, {
    headers,
    data: { email: owner.email, password: owner.password },
  });
  const sent = await context.request.post(
    `${server.address}/api/v1/sboms?product=portal&source=bom.json&create=true&wait=true`,
    { headers: { ...headers, "content-type": "application/octet-stream" }, data: inventory() },
  );
  if (!sent.ok()) throw new Error(`The inventory was refused: ${await sent.text()}`);
  await page.goto(`${server.address}/reconcile`);
});
afterAll(async () => {
  await own.context.close();
  await browser.close();
  await server.close();
});

// Each test goes on where the one before ended, as a person does. Nobody touches the mouse.
describe("reconciling by key", () => {
  test("shows what the first proposal touches before anything is accepted", async () => {
    const { page } = own;
    await page.getByRole("heading", { name: "0 % of usage rests on confirmed projects" }).waitFor();
    await row(page, "@scope-0/*").waitFor();
    await page.getByText("2 packages move here").waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test("Enter accepts a proposal for all that it covers, the list moves on by itself, and Z takes it back", async () => {
    const { page } = own;
    await page.keyboard.press("Enter");
    await page.getByText("@scope-0/* is npm/@scope-0, 2 packages moved").waitFor();
    await row(page, "@scope-0/*").waitFor({ state: "detached" });
    expect(await selected(page)).toContain("@scope-1/*");
    await page.getByRole("heading", { name: /% of usage rests on confirmed projects, was 0 %/ }).waitFor();
    await page.keyboard.press("z");
    await page.getByText("Undone").waitFor();
    await row(page, "@scope-0/*").waitFor();
  });

  test("all proposals that are left are accepted at once, after what it does was said", async () => {
    const { page } = own;
    await page.keyboard.press("a");
    await page
      .getByRole("dialog")
      .getByText("10 rules are set and 20 packages find their projects")
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText("10 rules set, 20 packages moved").waitFor();
    await page.getByRole("heading", { name: "No proposals are left" }).waitFor();
  });

  test("twenty packages find their projects one after the other by P, E and F", async () => {
    const { page } = own;
    await page.getByRole("button", { name: "See the packages" }).press("Enter");
    await row(page, "lonely-a").waitFor();
    await page.locator("#queue").focus();
    for (const name of alone.slice(0, 18)) {
      expect(await selected(page)).toContain(name);
      await page.keyboard.press("p");
      await row(page, name).waitFor({ state: "detached" });
    }
    await page.keyboard.press("e");
    const project = page.getByRole("dialog").getByRole("combobox", { name: "Project" });
    await project.fill("https://github.com/lonely/home");
    await page.getByRole("option", { name: "as a repository" }).waitFor();
    await project.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText("lonely-s is github.com/lonely/home").waitFor();
    await row(page, "lonely-s").waitFor({ state: "detached" });
    await page.keyboard.press("f");
    await page.getByRole("dialog").getByText("1 package counts as ours").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Every package has a project" }).waitFor();
    await page.getByRole("heading", { name: "100 % of usage rests on confirmed projects" }).waitFor();
    expect(own.complaints).toEqual([]);
  });
});

test("the audit tells what was done and that its chain holds", async () => {
  const { page } = own;
  await page.goto(`${server.address}/audit?operation=package-project`);
  await page.getByRole("heading", { name: /rows, the chain holds/ }).waitFor();
  await page.getByText("package-project.set").nth(18).waitFor();
  expect(await page.getByText("organization.change").count()).toBe(0);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("a first password and a key are shown once, and each section of the settings has its address", async () => {
  const { page } = own;
  await page.goto(`${server.address}/settings/people`);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Ben Fletcher");
  await page.getByRole("textbox", { name: "E-mail" }).fill("ben@larkfield.example");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "First password" }).waitFor();
  expect((await page.locator(".settings-secret").innerText()).length).toBeGreaterThan(20);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page
    .getByRole("row", { name: /Ben Fletcher/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: "API keys" }).click();
  await page.waitForURL(/\/settings\/keys/);
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("pipeline");
  await page.keyboard.press("Enter");
  expect(await page.locator(".settings-secret").innerText()).toMatch(/^hw_/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke pipeline" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText(/^revoked /).waitFor();
  expect(own.complaints).toEqual([]);
});

function row(page: Page, name: string) {
  return page.locator("#queue").getByRole("option").filter({ hasText: name });
}

async function selected(page: Page): Promise<string> {
  return page.locator("#queue [aria-selected=true]").innerText();
}

/** A CycloneDX inventory in which every package is direct: all of them carry the same. */
function inventory(): string {
  const names = [...scopes.flatMap((scope) => [`${scope}/a`, `${scope}/b`]), ...alone];
  const purl = (name: string) => `pkg:npm/${name.replace("@", "%40")}@1.0.0`;
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: { component: { type: "application", name: "portal", "bom-ref": "portal" } },
    components: names.map((name) => {
      const [group, plain = name] = name.startsWith("@") ? name.split("/") : ["", name];
      return {
        type: "library",
        "bom-ref": name,
        ...(group === "" ? {} : { group }),
        name: plain,
        version: "1.0.0",
        purl: purl(name),
      };
    }),
    dependencies: [{ ref: "portal", dependsOn: names }, ...names.map((ref) => ({ ref, dependsOn: [] }))],
  });
}
