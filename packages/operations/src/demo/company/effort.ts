import type { ContributionKind } from "@headwater/domain/contribution";
import { demoTeams, type TeamSlug } from "./company.ts";

/** A project that Larkfield's engineers give time to; invented, as all that is said of the company. */
export interface DemoEffort {
  /** A package of an inventory: the row goes to the project that it belongs to. */
  readonly project: string;
  readonly team: TeamSlug;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  readonly kinds: readonly ContributionKind[];
  /** What is written beside some of the rows. */
  readonly notes: readonly string[];
}

/** Where an afternoon goes now and then: a report narrowed down, a page of documentation, a review. */
const nowAndThen: Readonly<Record<TeamSlug, readonly string[]>> = {
  network: [
    "pkg:cargo/tracing",
    "pkg:cargo/hyper",
    "pkg:cargo/bytes",
    "pkg:cargo/polars",
    "pkg:cargo/ratatui",
    "pkg:cargo/clap",
    "pkg:cargo/time",
    "pkg:cargo/uuid",
  ],
  platform: [
    "pkg:golang/google.golang.org/grpc",
    "pkg:golang/golang.org/x/net",
    "pkg:golang/golang.org/x/crypto",
    "pkg:golang/k8s.io/apimachinery",
    "pkg:golang/github.com/spf13/cobra",
    "pkg:golang/github.com/stretchr/testify",
    "pkg:golang/github.com/go-acme/lego/v5",
    "pkg:golang/github.com/redis/go-redis/v9",
  ],
  shipper: [
    "pkg:npm/lodash",
    "pkg:npm/uuid",
    "pkg:npm/pg",
    "pkg:npm/express",
    "pkg:npm/typescript",
    "pkg:npm/kysely",
    "pkg:npm/next",
    "pkg:npm/prettier",
    "pkg:npm/%40prisma/client",
    "pkg:npm/eslint",
  ],
};

const main: readonly DemoEffort[] = [
  {
    project: "pkg:cargo/tokio",
    team: "network",
    weight: 9,
    kinds: ["code", "review", "test"],
    notes: ["Timer wheel under load", "Tests for cancelled reads"],
  },
  {
    project: "pkg:cargo/serde",
    team: "network",
    weight: 3,
    kinds: ["docs", "triage"],
    notes: ["Notes on flattened maps"],
  },
  {
    project: "pkg:cargo/rustls",
    team: "network",
    weight: 5,
    kinds: ["review", "security-fix", "test"],
    notes: ["Session resumption in the handhelds"],
  },
  {
    project: "pkg:golang/github.com/quic-go/quic-go",
    team: "platform",
    weight: 8,
    kinds: ["code", "review", "triage"],
    notes: ["Loss recovery on satellite links", "Reproduced a stalled stream"],
  },
  {
    project: "pkg:golang/github.com/prometheus/client_golang",
    team: "platform",
    weight: 6,
    kinds: ["code", "maintenance", "review"],
    notes: ["Native histograms"],
  },
  {
    project: "pkg:golang/go.opentelemetry.io/otel",
    team: "platform",
    weight: 5,
    kinds: ["code", "docs", "governance"],
    notes: ["Exporter retries", "Monthly call"],
  },
  {
    project: "pkg:golang/k8s.io/client-go",
    team: "platform",
    weight: 4,
    kinds: ["triage", "review"],
    notes: ["Watch reconnects"],
  },
  {
    project: "pkg:npm/react",
    team: "shipper",
    weight: 5,
    kinds: ["triage", "docs"],
    notes: ["Narrowed down a hydration report"],
  },
  {
    project: "pkg:npm/sequelize",
    team: "shipper",
    weight: 9,
    kinds: ["code", "review", "maintenance"],
    notes: ["Transactions over a pool", "Backport of a fix"],
  },
  {
    project: "pkg:npm/graphql",
    team: "shipper",
    weight: 6,
    kinds: ["code", "test", "docs"],
    notes: ["Errors of lists", "Examples for defer"],
  },
  {
    project: "pkg:npm/zod",
    team: "shipper",
    weight: 4,
    kinds: ["code", "triage"],
    notes: ["Messages for unions"],
  },
  {
    project: "pkg:npm/%40babel/core",
    team: "shipper",
    weight: 2,
    kinds: ["triage", "community"],
    notes: ["Answered questions of new contributors"],
  },
  {
    project: "pkg:npm/%40opentelemetry/api",
    team: "shipper",
    weight: 6,
    kinds: ["code", "review", "test"],
    notes: ["Context across queues", "Fewer spans for health checks"],
  },
];

/** What the owner does in every week of the last ones, so that whoever looks around finds a week of their own. */
export const ownerEffort = [
  {
    weekday: 0,
    minutes: 45,
    kind: "triage",
    project: "pkg:npm/sequelize",
    note: "Sorted what our teams ran into",
  },
  { weekday: 1, minutes: 30, kind: "docs", project: "pkg:npm/zod", note: "An example for unions" },
  {
    weekday: 3,
    minutes: 90,
    kind: "review",
    project: "pkg:npm/graphql",
    note: "Errors of lists, second round",
  },
  {
    weekday: 4,
    minutes: 60,
    kind: "governance",
    project: "pkg:cargo/tokio",
    note: "Call with the maintainers",
  },
] as const satisfies readonly {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly minutes: number;
  readonly kind: ContributionKind;
  readonly project: string;
  readonly note: string;
}[];

export const demoEffort: readonly DemoEffort[] = [
  ...main,
  ...demoTeams.flatMap(({ slug: team }) =>
    nowAndThen[team].map((project): DemoEffort => ({
      project,
      team,
      weight: 1,
      kinds: ["triage", "docs", "review", "support"],
      notes: ["Narrowed down a report of ours", "Said in the documentation what we had to find out"],
    })),
  ),
];
