/** A real file on which an invented product stands, and when it was looked at. Commits and licences are those of the repository. */
export interface DemoSource {
  /** Name of the fixture. */
  readonly name: string;
  readonly product: string;
  /** Where it stands in the invented product. */
  readonly path: string;
  readonly repository: string;
  readonly file: string;
  readonly commit: string;
  readonly commitDay: string;
  readonly licence: "MIT" | "Apache-2.0" | "BSD-3-Clause";
  /** Days before the day on which the demo is loaded; the last is the real file, the others are derived from it. */
  readonly daysAgo: readonly number[];
}

export const demoSources: readonly DemoSource[] = [
  {
    name: "booking",
    product: "booking",
    path: "package-lock.json",
    repository: "https://github.com/opencollective/opencollective-api",
    file: "package-lock.json",
    commit: "e3f35f58970e39eeaa678a8990dfd72d0e71a9ce",
    commitDay: "2026-08-21",
    licence: "MIT",
    daysAgo: [729, 512, 301, 148, 4],
  },
  {
    name: "dock-handhelds",
    product: "dock-handhelds",
    path: "Cargo.lock",
    repository: "https://github.com/localsend/localsend",
    file: "Cargo.lock",
    commit: "af0416be50770a97760f7070684bc667b759a15c",
    commitDay: "2026-08-21",
    licence: "Apache-2.0",
    daysAgo: [722, 610, 489, 355, 233, 121, 12],
  },
  {
    name: "driver-notices",
    product: "driver-notices",
    path: "package-lock.json",
    repository: "https://github.com/polarsource/polar",
    file: "server/emails/package-lock.json",
    commit: "c6c3645e639ee8eeaa05aa0835cf8e39e330382f",
    commitDay: "2026-08-22",
    licence: "Apache-2.0",
    daysAgo: [718, 560, 407, 262, 109, 17],
  },
  {
    name: "gateway",
    product: "gateway",
    path: "go.mod",
    repository: "https://github.com/traefik/traefik",
    file: "go.mod",
    commit: "fd5a576df2e8aeb0bfc8a96b6ef6e60a61f7ec0a",
    commitDay: "2026-07-24",
    licence: "MIT",
    daysAgo: [730, 639, 548, 456, 365, 273, 182, 91, 2],
  },
  {
    name: "rate-engine",
    product: "rate-engine",
    path: "Cargo.lock",
    repository: "https://github.com/nushell/nushell",
    file: "Cargo.lock",
    commit: "3e1172d43cabb34afb798dfc9d8724839e18fe85",
    commitDay: "2026-08-08",
    licence: "MIT",
    daysAgo: [725, 541, 338, 166, 7],
  },
  {
    name: "release-desk",
    product: "release-desk",
    path: "go.mod",
    repository: "https://github.com/argoproj/argo-cd",
    file: "go.mod",
    commit: "37ee0097cf851bc2dd7665fc081bbce61a7e836e",
    commitDay: "2026-08-22",
    licence: "Apache-2.0",
    daysAgo: [727, 574, 421, 268, 115, 10],
  },
  {
    name: "release-desk-checks",
    product: "release-desk",
    path: "checks/package-lock.json",
    repository: "https://github.com/saleor/saleor",
    file: "package-lock.json",
    commit: "723cd4eba87dfc72822ade45dc08a3caa548428d",
    commitDay: "2026-08-21",
    licence: "BSD-3-Clause",
    daysAgo: [574, 421, 268, 115, 10],
  },
  {
    name: "shipper-portal",
    product: "shipper-portal",
    path: "pnpm-lock.yaml",
    repository: "https://github.com/umami-software/umami",
    file: "pnpm-lock.yaml",
    commit: "c0ea3aefbee7a3429ee2f824b06dc4a9dbe0b7e1",
    commitDay: "2026-05-14",
    licence: "MIT",
    daysAgo: [724, 519, 314, 139, 5],
  },
  {
    name: "yard-terminal",
    product: "yard-terminal",
    path: "Cargo.lock",
    repository: "https://github.com/livebook-dev/livebook",
    file: "rel/app/src-tauri/Cargo.lock",
    commit: "1c0941f67571cd494117897d260c39731e0a1062",
    commitDay: "2026-08-07",
    licence: "Apache-2.0",
    daysAgo: [721, 548, 402, 254, 131],
  },
];
