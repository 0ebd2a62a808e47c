import type { DonationKind } from "@headwater/domain/donation";

/** Money that Larkfield gives; `every` counts months back from the last one, once where it is left out. */
export interface DemoGift {
  readonly payee: string;
  readonly kind: DonationKind;
  readonly amount: string;
  readonly currency: string;
  readonly to:
    | { readonly project: string }
    | { readonly projects: readonly { readonly project: string; readonly weight: number }[] }
    | { readonly pooled: true }
    | { readonly tail: true };
  readonly every?: number;
  /** How many days ago it was paid, or was paid last. */
  readonly daysAgo: number;
  readonly channel?: string;
  readonly reference?: string;
}

export const demoGifts: readonly DemoGift[] = [
  {
    payee: "A round for the libraries below us",
    kind: "sponsorship",
    amount: "1350.00",
    currency: "USD",
    to: {
      projects: [
        { project: "pkg:cargo/unicode-ident", weight: 3 },
        { project: "pkg:npm/lodash", weight: 3 },
        { project: "pkg:cargo/base64", weight: 2 },
        { project: "pkg:npm/ipaddr.js", weight: 2 },
        { project: "pkg:npm/dataloader", weight: 1 },
        { project: "pkg:npm/nodemailer", weight: 1 },
        { project: "pkg:cargo/unicode-width", weight: 1 },
        { project: "pkg:npm/validator", weight: 1 },
        { project: "pkg:npm/commander", weight: 1 },
      ],
    },
    every: 3,
    daysAgo: 52,
    reference: "LF-ROUND",
  },
  {
    payee: "Tokio maintainers",
    kind: "sponsorship",
    amount: "400.00",
    currency: "USD",
    to: { project: "pkg:cargo/tokio" },
    every: 1,
    daysAgo: 18,
    reference: "LF-SPON-TOKIO",
  },
  {
    payee: "Babel",
    kind: "sponsorship",
    amount: "150.00",
    currency: "USD",
    to: { project: "pkg:npm/%40babel/core" },
    every: 1,
    daysAgo: 20,
    reference: "LF-SPON-BABEL",
  },
  {
    payee: "Sequelize",
    kind: "donation",
    amount: "2500.00",
    currency: "EUR",
    to: { project: "pkg:npm/sequelize" },
    every: 12,
    daysAgo: 200,
    reference: "LF-2026-0412",
  },
  {
    payee: "A maintainer of memchr and regex",
    kind: "grant",
    amount: "1800.00",
    currency: "GBP",
    to: { project: "pkg:cargo/memchr" },
    daysAgo: 96,
    reference: "LF-2026-0731",
  },
  {
    payee: "An open-source foundation",
    kind: "membership",
    amount: "10000.00",
    currency: "USD",
    to: { pooled: true },
    every: 12,
    daysAgo: 290,
    reference: "LF-MEMBER",
  },
  {
    payee: "A fund for small projects",
    kind: "donation",
    amount: "300.00",
    currency: "EUR",
    to: { tail: true },
    every: 3,
    daysAgo: 40,
    reference: "LF-TAIL",
  },
  {
    payee: "A conference in Osaka",
    kind: "event",
    amount: "450000",
    currency: "JPY",
    to: { project: "pkg:npm/zod" },
    daysAgo: 33,
    reference: "LF-2026-1020",
  },
];
