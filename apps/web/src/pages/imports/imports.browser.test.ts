import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { accessibilityFindings, openPage, startBrowser } from "../../testing/browser.ts";
import { startServer, type TestServer } from "../../testing/server.ts";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(inject("builtPages"));
});
afterEach(() => {
  server.state.uploads.length = 0;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const file = (name: string, text: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

test("of three files the one that is refused says why and where, and the others are kept", async () => {
  const { page, context, complaints } = await openPage(browser, `${server.address}/imports`);
  await page
    .getByLabel("Files", { exact: true })
    .setInputFiles([file("package-lock.json", "{}"), file("notes.txt", "hello"), file("odd.cdx.json", "{}")]);
  await page.getByText("2 imported · 1 refused").waitFor();
  const lines = page.locator(".file-line");
  expect(await lines.nth(0).innerText()).toContain("+12 −3 ↑40 · 1,284 components");
  expect(await lines.nth(2).innerText()).toContain("JSON was expected. (line 1)");
  expect(await lines.nth(2).innerText()).toContain("Nothing of this file was imported");
  await lines.nth(1).getByText("1 problem").click();
  await lines.nth(1).getByText("left-pad is nowhere in the file").waitFor();
  expect(server.state.uploads.map((upload) => upload.source).toSorted()).toEqual([
    "odd.cdx.json",
    "package-lock.json",
  ]);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("a single file goes to the product that was chosen, also to one that is new", async () => {
  const { page, context } = await openPage(browser, `${server.address}/imports`);
  const product = page.getByRole("combobox", { name: "Files outside a folder" });
  await product.fill("Warehouse Edge");
  await page.getByRole("option", { name: "as a new product" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await product.press("Enter");
  await page.getByLabel("Files", { exact: true }).setInputFiles([file("go.mod.json", "{}")]);
  await page.getByText("1 imported").waitFor();
  expect(server.state.uploads).toEqual([{ product: "warehouse-edge", source: "go.mod.json" }]);
  await context.close();
});

test("the combobox is worked with the keyboard", async () => {
  const { page, context } = await openPage(browser, `${server.address}/imports`);
  const product = page.getByRole("combobox", { name: "Files outside a folder" });
  await product.fill("p");
  await product.press("ArrowDown");
  await product.press("Enter");
  expect(await product.inputValue()).toBe("Portal");
  await product.press("ArrowDown");
  await product.press("Escape");
  expect(await product.getAttribute("aria-expanded")).toBe("false");
  await context.close();
});

test("files dropped with the mouse are taken, and what is imported leads on to the projects", async () => {
  const { page, context } = await openPage(browser, `${server.address}/imports`);
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["{}"], "Cargo.lock"));
    dropped.items.add(new File(["{}"], "bom.json"));
    return dropped;
  });
  await page.locator(".file-drop").dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByText("2 imported").waitFor();
  await page.getByRole("link", { name: "See the projects" }).click();
  await page.getByText("5 projects", { exact: true }).waitFor();
  await context.close();
});
