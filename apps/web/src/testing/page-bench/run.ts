/**
 * Measures the table of the projects in Chromium, beside a bare Solid table over the same answers, and prints one line
 * of JSON: bytes of script, milliseconds until the page can be used, blocked milliseconds, frames of a scroll.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import solid from "vite-plugin-solid";
import { startBrowser } from "../browser.ts";
import { manyProjects } from "../example.ts";
import { startServer, type TestServer } from "../server.ts";

const ROUNDS = 7;
const SLOWER = 4;
/** After the first rows the page is watched this long for work that still blocks it. */
const WATCHED_MILLIS = 1500;
const SCROLLED_MILLIS = 3000;

interface Opened {
  /** From the navigation until rows stand there and no long task runs any more. */
  readonly usable: number;
  /** What long tasks took beyond 50 ms each. */
  readonly blocked: number;
}

const ownRoot = fileURLToPath(new URL("../../..", import.meta.url));
const bareRoot = fileURLToPath(new URL("./bare", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "headwater-page-bench-"));
const browser = await startBrowser();
const servers: TestServer[] = [];
try {
  const hundred = { ratios: manyProjects(100) };
  const bare = await serve("bare", bareRoot, hundred);
  const ours = await serve("ours", ownRoot, hundred);
  const long = await startServer(join(folder, "ours"), { ratios: manyProjects() });
  servers.push(long);
  const opened = { bare: Array<Opened>(), ours: Array<Opened>() };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const floor = await open(browser, bare.address);
    const own = await open(browser, `${ours.address}/projects`);
    // The first round warms the browser and the machine.
    if (round === 0) continue;
    opened.bare.push(floor);
    opened.ours.push(own);
  }
  const result = {
    signInBytes: await scriptBytes(browser, ours, "/sign-in", false, "form button"),
    homeBytes: await scriptBytes(browser, ours, "/", true, ".home-gaps-chart, .empty"),
    projectsBytes: await scriptBytes(browser, ours, "/projects", true, "tbody tr"),
    bareUsable: median(opened.bare.map(({ usable }) => usable)),
    usable: median(opened.ours.map(({ usable }) => usable)),
    blocked: median(opened.ours.map(({ blocked }) => blocked)),
    framesPerSecond: await scrolled(browser, `${long.address}/projects`),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await browser.close();
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function serve(
  name: string,
  root: string,
  given: Parameters<typeof startServer>[1],
): Promise<TestServer> {
  const outDir = join(folder, name);
  const own = name === "ours" ? {} : { configFile: false as const, plugins: [solid()] };
  const settings = { modulePreload: { polyfill: false }, target: "es2023", outDir, emptyOutDir: true };
  await build({ root, mode: "production", logLevel: "error", ...own, build: settings });
  const server = await startServer(outDir, given);
  servers.push(server);
  return server;
}

/** Opens an address in a browser that knows nothing of it, on a processor four times slower. */
async function open(browser: Browser, address: string): Promise<Opened> {
  const { page, close } = await slowPage(browser);
  await page.addInitScript(() => {
    const watch = { tasks: Array<readonly [start: number, end: number]>(), rows: 0 };
    Object.assign(globalThis, { watch });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watch.tasks.push([startTime, startTime + duration]);
    }).observe({ type: "longtask", buffered: true });
    const look = () => {
      if (document.querySelectorAll("tbody tr").length >= 10) watch.rows = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.locator("tbody tr").nth(9).waitFor({ state: "attached" });
  await page.waitForTimeout(WATCHED_MILLIS);
  const { tasks, rows } = await page.evaluate(
    (): { tasks: readonly (readonly [number, number])[]; rows: number } => Reflect.get(globalThis, "watch"),
  );
  await close();
  return {
    usable: Math.max(rows, ...tasks.map(([, end]) => end)),
    blocked: tasks.reduce((sum, [start, end]) => sum + Math.max(0, end - start - 50), 0),
  };
}

async function slowPage(browser: Browser): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { page, close: () => context.close() };
}

/** Frames a second while the wheel runs over ten thousand rows, at the full speed of the processor. */
async function scrolled(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText("10,000 used").waitFor();
  await page.waitForTimeout(WATCHED_MILLIS);
  const frames = await page.evaluate(async (millis) => {
    const scroller = document.scrollingElement ?? document.documentElement;
    const began = performance.now();
    let frames = 0;
    while (performance.now() - began < millis) {
      scroller.scrollTop += 180;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      frames += 1;
    }
    return (frames * 1000) / (performance.now() - began);
  }, SCROLLED_MILLIS);
  await context.close();
  return frames;
}

async function scriptBytes(
  browser: Browser,
  server: TestServer,
  path: string,
  signedIn: boolean,
  shown: string,
): Promise<number> {
  server.state.signedIn = signedIn;
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(`${server.address}${path}`);
  // What is fetched ahead afterwards is no part of what the first page needs.
  await page.locator(shown).first().waitFor();
  await context.close();
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(await readFile(join(folder, "ours", script))).length;
  return bytes;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
