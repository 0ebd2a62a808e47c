import type { TeamSlug } from "./company.ts";

/** What Larkfield Freight builds and runs; which real lockfile each stands on is told in fixtures/README.md. */
export const demoProducts: readonly {
  readonly slug: string;
  readonly name: string;
  readonly tier: 1 | 2 | 3 | 4;
  readonly team: TeamSlug;
}[] = [
  { slug: "booking", name: "Booking", tier: 1, team: "shipper" },
  { slug: "gateway", name: "Gateway", tier: 1, team: "platform" },
  { slug: "shipper-portal", name: "Shipper Portal", tier: 2, team: "shipper" },
  { slug: "rate-engine", name: "Rate Engine", tier: 2, team: "network" },
  { slug: "dock-handhelds", name: "Dock Handhelds", tier: 2, team: "network" },
  { slug: "release-desk", name: "Release Desk", tier: 3, team: "platform" },
  { slug: "driver-notices", name: "Driver Notices", tier: 3, team: "shipper" },
  { slug: "yard-terminal", name: "Yard Terminal", tier: 4, team: "network" },
];
