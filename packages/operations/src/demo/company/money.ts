/** What an hour is worth, by role family and region; invented. */
export const hourlyRates = [
  { hourly: { amount: "88.00", currency: "USD" } },
  { roleFamily: "engineer", region: "Europe", hourly: { amount: "84.00", currency: "USD" } },
  { roleFamily: "engineer", region: "Americas", hourly: { amount: "102.00", currency: "USD" } },
  { roleFamily: "engineer", region: "Asia", hourly: { amount: "81.00", currency: "USD" } },
  { roleFamily: "principal", region: "Europe", hourly: { amount: "112.00", currency: "USD" } },
  { roleFamily: "principal", region: "Americas", hourly: { amount: "131.00", currency: "USD" } },
] as const;

/** The bar of the Open Source Pledge, in US dollars a year. */
export const targetPerDeveloper = 2000;

export const FIRST_DEVELOPERS = 57;

/** Plausible and invented: they swing by a few per cent, the same way in every demo. */
export function exchangeRatesOf(month: number): readonly { readonly base: string; readonly rate: string }[] {
  const swing = (size: number, phase: number) => size * Math.sin((month + phase) / 3.1);
  return [
    { base: "EUR", rate: (1.09 + swing(0.03, 0)).toFixed(4) },
    { base: "GBP", rate: (1.28 + swing(0.04, 2)).toFixed(4) },
  ];
}
