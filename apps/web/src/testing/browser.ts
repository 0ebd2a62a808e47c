/** A real Chromium for the tests: an installed one, else the one that an npm package carries. */
import { access, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import chromiumPackage from "@sparticuz/chromium";
import { chromiumPath } from "./env.ts";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const installed = [chromiumPath, "/usr/bin/chromium", "/usr/bin/google-chrome"];

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: switches, headless: true });
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
}

export const desktop: View = { width: 1440, height: 900, theme: "light" };
export const phone: View = { width: 390, height: 844, theme: "light" };

/** A page of its own with its own cookies, which notes what the browser complains of. */
export async function openPage(
  browser: Browser,
  address: string,
  view: View = desktop,
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.theme,
    reducedMotion: "reduce",
    timezoneId: "Europe/Warsaw",
    isMobile: view.width < 720,
    hasTouch: view.width < 720,
    deviceScaleFactor: view.width < 720 ? 2 : 1,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused sign-in or file is a failed request by intention; everything else is a fault.
    if (message.type() === "error" && !/status of (?:401|422|503)/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(address);
  return { page, context, complaints };
}

export interface Finding {
  readonly rule: string;
  readonly targets: readonly string[];
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds against WCAG 2.2 AA and its best practices, once the page is still. */
export async function accessibilityFindings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(() => document.fonts.ready);
  // Through the debugger, because the page's policy rightly refuses a foreign script.
  await page.evaluate(await readFile(axePath, "utf8"));
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(window, "axe");
    if (typeof axe !== "object" || axe === null) throw new Error("axe is not on the page");
    const run: unknown = Reflect.get(axe, "run");
    if (typeof run !== "function") throw new Error("axe cannot run");
    const result = await run.call(axe, document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.map((violation: { id: string; nodes: { target: string[] }[] }) => ({
      rule: violation.id,
      targets: violation.nodes.map((node) => node.target.join(" ")),
    }));
  });
}

async function executable(): Promise<string> {
  for (const path of installed) {
    if (
      path !== undefined &&
      path !== "" &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return chromiumPackage.executablePath();
}
