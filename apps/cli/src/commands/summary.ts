import { Summary } from "@headwater/contract/ratios";
import { Failure, type Command } from "../command.ts";
import { call } from "../server/client.ts";
import { storedServer } from "../server/connection.ts";
import { percent, shown, table } from "../text/table.ts";
import { filterOptions } from "./ratios.ts";

export const command: Command = {
  usage: "summary [--period ttm]",
  about:
    "Prints the company's headline: what was given against the target, whether it goes where the company depends, and how far the figures can be trusted.",
  options: filterOptions,
  async run(given, terminal) {
    if (given.positionals.length > 0)
      throw new Failure("summary takes options only. See headwater summary --help.");
    const server = await storedServer(terminal);
    const query = Object.fromEntries(Object.keys(filterOptions).map((name) => [name, given.text(name)]));
    const summary = await call(server, { method: "GET", path: "/summary", query }, Summary);
    if (given.json) terminal.print(JSON.stringify(summary));
    else for (const line of linesOf(summary)) terminal.print(line);
    return 0;
  },
};

function linesOf(summary: Summary): readonly string[] {
  const { period, currency, concentration, tail, pledge, confidence, byBasis } = summary;
  const amount = (value: string | null, reason?: string) =>
    value === null ? unknown(reason) : `${value} ${currency}`;
  const share = (value: number | null, reason?: string) =>
    value === null ? unknown(reason) : `${percent(value, 1)} %`;
  const number = (value: number | null, digits: number, reason?: string) =>
    value === null ? unknown(reason) : value.toFixed(digits);
  return [
    `${period.start} to ${period.end} (${period.timeZone})${confidence.partial ? ", partial" : ""}`,
    "",
    ...table(
      [],
      [
        ["give-back", amount(summary.giveBack)],
        ["  time", `${amount(summary.time)} (${summary.minutes} minutes)`],
        ["  cash", amount(summary.cash)],
        ["  in kind", amount(summary.inKind)],
        ["  pooled, beside these", amount(summary.pooled)],
        ["  logged, imported, estimated", `${byBasis.logged}, ${byBasis.imported}, ${byBasis.estimated}`],
        ["target", amount(summary.target, summary.targetUnknown)],
        ["give-back of target", share(summary.giveBackOfTarget, summary.giveBackOfTargetUnknown)],
        ["coverage", share(summary.coverage, summary.coverageUnknown)],
        ["alignment", share(summary.alignment, summary.alignmentUnknown)],
        ["gap", amount(summary.gap, summary.gapUnknown)],
        ["months behind", number(summary.monthsBehind, 1, summary.monthsBehindUnknown)],
        [
          "concentration",
          `HHI ${number(concentration.hhi, 3, concentration.unknown)}, Gini ${number(concentration.gini, 2, concentration.unknown)}, top five ${share(concentration.top5, concentration.unknown)}`,
        ],
        [
          "tail",
          `${tail.projects} projects, ${share(tail.usageShare)} of usage, gap ${amount(tail.gap, tail.unknown)}`,
        ],
        [
          "Pledge per developer",
          pledge.perDeveloper === null
            ? unknown(pledge.unknown)
            : `${pledge.perDeveloper} ${pledge.currency}`,
        ],
        ["projects, products", `${summary.projects}, ${summary.products}`],
        ["rows of unknown value", String(summary.unknownRows)],
      ],
      "ll",
    ),
    "",
    ...table(
      [],
      [
        ["products seen within 30 days", share(confidence.seenProducts)],
        ["usage on confirmed projects", share(confidence.confirmedUsage)],
        ["usage assumed back in time", share(confidence.assumedUsage)],
        ["hours logged", share(confidence.loggedHours)],
        ["engineers with a linked identity", share(confidence.linkedPeople)],
      ],
      "lr",
    ),
    ...confidence.actions.map(({ action }) => `  ${shown(action)}`),
    ...summary.notes.map(shown),
  ];
}

function unknown(reason?: string): string {
  return reason === undefined ? "unknown" : `unknown (${reason})`;
}
