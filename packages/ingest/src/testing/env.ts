/** The folder of published fixtures with expected results that HEADWATER_CORPUS names, or null where it is unset. */
export const corpusFolder: string | null = process.env["HEADWATER_CORPUS"] ?? null;

/** How many damaged files the contract test tries for each format; more than the default by HEADWATER_MUTATIONS. */
export const mutationsPerFormat = Number(process.env["HEADWATER_MUTATIONS"] ?? "300");
