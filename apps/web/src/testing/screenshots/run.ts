/**
 * Pictures of every page with the demo company, in light, in dark and on a phone, into docs/screenshots. The server's clock
 * and the browser's stand at one day, so that the same pages give the same pictures.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { programOptions } from "../env.ts";
import { desktop, openPage, phone, startBrowser, type View } from "../browser.ts";
import { startRealServer } from "../real-server.ts";
import { beforeSignIn, type PicturedPage, pictured } from "./pages.ts";

const INSTANT = "2026-11-20T13:00:00.000Z";
const target = fileURLToPath(new URL("../../../../../docs/screenshots/", import.meta.url));
const clock = new URL("./clock.ts", import.meta.url).href;

const views: readonly (readonly [name: string, view: View])[] = [
  ["light", desktop],
  ["dark", { ...desktop, theme: "dark" }],
  ["phone", phone],
];

/** Longer than any page takes to load; the demo itself takes seconds. */
const PATIENCE_MILLIS = 180_000;
const STILL_MILLIS = 700;

await mkdir(target, { recursive: true });
const server = await startRealServer({
  NODE_OPTIONS: `${programOptions} --import ${clock}`,
  SCREENSHOT_INSTANT: INSTANT,
});
const browser = await startBrowser();
try {
  await takeAll(browser, server.address, beforeSignIn, []);
  const cookies = await exploreDemo(browser, server.address);
  const wanted = process.argv.slice(2);
  const pages = wanted.length === 0 ? pictured : pictured.filter(({ name }) => wanted.includes(name));
  await takeAll(browser, server.address, pages, cookies);
} finally {
  await browser.close();
  await server.close();
}

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

/** As a visitor does: one press, and a wait until the demo's first page is there. */
async function exploreDemo(browser: Browser, address: string): Promise<Cookies> {
  const { page, context } = await openPage(browser, `${address}/welcome`);
  await page.getByRole("button", { name: "Explore a demo company" }).click();
  await page.waitForURL((url) => url.pathname === "/", { timeout: PATIENCE_MILLIS });
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function takeAll(
  browser: Browser,
  address: string,
  pages: readonly PicturedPage[],
  cookies: Cookies,
): Promise<void> {
  for (const [name, view] of views) {
    const { page, context } = await openPage(browser, "about:blank", view);
    await context.addCookies(cookies);
    await page.clock.setFixedTime(new Date(INSTANT));
    for (const one of pages) await take(page, address, one, name);
    await context.close();
  }
}

async function take(page: Page, address: string, { name, path }: PicturedPage, view: string): Promise<void> {
  await page.goto(`${address}${path}`, { waitUntil: "networkidle", timeout: PATIENCE_MILLIS });
  await page.evaluate(() => document.fonts.ready);
  // A page that is still being loaded shows nothing, or lines where its words will stand.
  await page.waitForFunction(
    () =>
      (document.querySelector("#page, main")?.textContent.trim().length ?? 0) > 40 &&
      document.querySelector('[aria-busy="true"]') === null,
    undefined,
    { timeout: PATIENCE_MILLIS },
  );
  await page.waitForTimeout(STILL_MILLIS);
  if ((await page.getByText("There is no page at this address").count()) > 0) {
    process.stdout.write(`${name}: there is no page at ${path}\n`);
    return;
  }
  await page.screenshot({ path: join(target, `${name}-${view}.png`), animations: "disabled", scale: "css" });
  process.stdout.write(`${name}-${view}.png\n`);
}
