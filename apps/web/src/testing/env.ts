/** A Chromium to use instead of the ones that are looked for. */
export const chromiumPath = process.env["CHROMIUM_PATH"];

/** Where programs are found, for a child process that gets nothing else of this one's surroundings. */
export const programPath = process.env["PATH"] ?? "";
