/** What Larkfield means to give this quarter, in US dollars, and what is decided of it; lines by their place among the gaps. */
export const demoRound = {
  budget: "30000.00",
  cap: "1000.00",
  step: "50.00",
  daysAgo: 18,
  decisions: [
    { place: 0, locked: "1000.00" },
    { place: 3, leftOut: "Time instead, this quarter" },
    { place: 5, locked: "450.00" },
    { place: 8, locked: "400.00" },
    { place: 13, leftOut: "From another budget" },
    { place: 17, locked: "300.00" },
  ],
} as const;
