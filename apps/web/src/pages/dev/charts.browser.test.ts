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
  await page.getByRole("heading", { name: "Five largest gaps" }).waitFor();
}

const gaps = () => page.getByRole("figure", { name: "Five largest gaps" });
const months = () => page.getByRole("figure", { name: "Usage against give-back" });

describe("a chart", () => {
  beforeEach(async () => open());
  afterEach(async () => context.close());

  test("is read with the arrow keys, in the caption and to who hears the page", async () => {
    const mark = months().getByRole("slider", { name: "Read the months" });
    await mark.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const said = "October 2026: usage 1.10\u202f%, given 0";
    await months().getByText(said, { exact: true }).waitFor();
    expect(await mark.getAttribute("aria-valuetext")).toBe(said);
    await page.keyboard.press("Home");
    await months().getByText("December 2024: usage 0.62\u202f%, given 0", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    expect(await months().locator(".chart-figure-reading").textContent()).toBe("");
    expect(complaints).toEqual([]);
  });

  test("is read with the pointer, and its sentence comes back without anything having moved", async () => {
    const mark = gaps().getByRole("slider");
    await mark.scrollIntoViewIfNeeded();
    const before = await months().boundingBox();
    const box = await mark.boundingBox();
    // The third of five rows of 46 px, below 20 px of axis.
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 20 + 2.5 * 46);
    await gaps().getByText("react: fair share USD 11,712, given 4,235, gap 7,477", { exact: true }).waitFor();
    expect(await months().boundingBox()).toEqual(before);
    await page.mouse.move(2, 2);
    expect(await gaps().locator(".chart-figure-reading").textContent()).toBe("");
    expect(await gaps().locator(".chart-figure-summary").isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("gives way to its table, in which unknown is a word", async () => {
    await gaps().getByRole("button", { name: "table" }).click();
    expect(await gaps().getByRole("img").count()).toBe(0);
    const busybox = gaps().getByRole("row", { name: /busybox/ });
    expect(await busybox.getByRole("cell").allTextContents()).toEqual(["unknown", "0", "unknown"]);
    const findings = await accessibilityFindings(page);
    expect(findings.filter(({ targets }) => targets.some((target) => target.includes("chart")))).toEqual([]);
    await gaps().getByRole("button", { name: "chart" }).click();
    await gaps().getByRole("img").waitFor();
    expect(complaints).toEqual([]);
  });

  test("is as wide as its place, and its bars follow", async () => {
    const wide = await gaps().locator("rect.chart-use").first().boundingBox();
    await page.setViewportSize({ width: 480, height: 900 });
    await expect
      .poll(async () => (await gaps().locator("rect.chart-use").first().boundingBox())?.width ?? 0)
      .toBeLessThan((wide?.width ?? 0) * 0.7);
    const figure = await gaps().boundingBox();
    const drawing = await gaps().locator("svg").first().getAttribute("viewBox");
    expect(drawing).toContain(`0 0 ${Math.floor(figure?.width ?? 0)} `);
    expect(complaints).toEqual([]);
  });
});

test.each([
  ["on a wide screen", desktop],
  ["on a phone of 360 px", { ...phone, width: 360 }],
])("no word of a chart is under eleven pixels %s", async (_, view) => {
  await open(view);
  const small = await page
    .locator("svg text")
    .evaluateAll((words) =>
      words
        .filter((word) => Number.parseFloat(getComputedStyle(word).fontSize) < 11)
        .map((word) => word.textContent),
    );
  expect(small).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
