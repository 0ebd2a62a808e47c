import { Ratios, type RatioRow } from "@headwater/contract/ratios";
import { wholeNumber } from "../arguments.ts";
import { Failure, type Command, type Option } from "../command.ts";
import { call, callForText } from "../server/client.ts";
import { storedServer } from "../server/connection.ts";
import { percent, shown, table } from "../text/table.ts";

/** Filters that ratios and the summary share. */
export const filterOptions = {
  period: {
    type: "string",
    value: "PERIOD",
    about: "ttm (default), 2026, 2026-Q3, 2026-07, fy2026 or 2026-03..2026-08",
  },
  product: { type: "string", value: "SLUG", about: "usage of this product only" },
  team: { type: "string", value: "SLUG", about: "products and people of this team only" },
  basis: { type: "string", value: "BASIS", about: "logged, imported or estimated rows only" },
} as const satisfies Readonly<Record<string, Option>>;

export const command: Command = {
  usage: "ratios [--period ttm] [--by project|team|ecosystem]",
  about: "Prints usage, give-back and their ratio, the largest gap first.",
  options: {
    ...filterOptions,
    by: { type: "string", value: "UNIT", about: "project (default), team or ecosystem" },
    ecosystem: { type: "string", value: "TYPE", about: "packages of this type only, such as npm" },
    limit: { type: "string", value: "N", about: "lines at most (default 40, at most 1000)" },
    csv: { type: "boolean", about: "print CSV" },
  },
  async run(given, terminal) {
    if (given.positionals.length > 0)
      throw new Failure("ratios takes options only. See headwater ratios --help.");
    const server = await storedServer(terminal);
    const query = Object.fromEntries(
      ["period", "by", "product", "team", "basis", "ecosystem"].map((name) => [name, given.text(name)]),
    );
    const what = {
      method: "GET",
      path: "/ratios",
      query: { ...query, limit: String(wholeNumber(given, "limit", 40, 1)) },
    } as const;
    if (given.flag("csv")) {
      const csv = await callForText(server, { ...what, query: { ...what.query, format: "csv" } });
      terminal.print(csv.replace(/\r?\n$/, ""));
      return 0;
    }
    const ratios = await call(server, what, Ratios);
    if (given.json) terminal.print(JSON.stringify(ratios));
    else for (const line of linesOf(ratios)) terminal.print(line);
    return 0;
  },
};

function linesOf(ratios: Ratios): readonly string[] {
  const { items, total, currency, period, notes } = ratios;
  const rest = items.length < total ? `, the first ${items.length} shown` : "";
  return [
    ...table(
      ["name", "usage %", "reach %", "given", "given %", "ratio", "fair share", "met", "gap", ""],
      items.map(rowOf),
      "lrrrrrrrrl",
    ),
    ...(items.length === 0 ? [] : [""]),
    `${total} lines${rest}; ${period.start} to ${period.end} (${period.timeZone}), amounts in ${currency}`,
    ...notes.map(shown),
  ];
}

function rowOf(row: RatioRow): readonly string[] {
  const marks = [
    ...(row.tail ? ["tail"] : []),
    ...(row.provisional ? ["provisional"] : []),
    ...(row.beyondInventory ? ["beyond our inventory"] : []),
    ...(row.unknownRows > 0 ? [`${row.unknownRows} rows of unknown value`] : []),
  ];
  return [
    shown(row.name),
    row.usageShare === null ? "?" : percent(row.usageShare, 2),
    row.reach === null ? "?" : percent(row.reach, 0),
    row.giveBack ?? "?",
    row.giveBackShare === null ? "?" : percent(row.giveBackShare, 2),
    row.ratio === null ? "?" : row.ratio.toFixed(2),
    row.fairShare ?? "?",
    row.fairShareMet === null ? "?" : row.fairShareMet.toFixed(2),
    row.gap ?? "?",
    marks.join(", "),
  ];
}
