import type { ContributionKind } from "@headwater/domain/contribution";
import type { TeamSlug } from "./company.ts";

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

export const demoEffort: readonly DemoEffort[] = [
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
];
