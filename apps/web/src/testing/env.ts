/** A Chromium to use instead of the ones that are looked for. */
export const chromiumPath = process.env["CHROMIUM_PATH"];
