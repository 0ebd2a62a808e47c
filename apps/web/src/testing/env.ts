/** A Chromium to use instead of the ones that are looked for. */
export const chromiumPath = process.env["CHROMIUM_PATH"];

/** Where programs are found, for a child process that gets nothing else of this one's surroundings. */
export const programPath = process.env["PATH"] ?? "";

/** What Node is started with here, for a child process that gets more. */
export const programOptions = process.env["NODE_OPTIONS"] ?? "";

/** The instant that a server takes for the present while its pictures are taken. */
export const screenshotInstant = process.env["SCREENSHOT_INSTANT"];

/** Does work that reads NODE_ENV as where the pages are built to be shipped; the test runner says `test` there. */
export async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  await work();
  process.env["NODE_ENV"] = before;
}
