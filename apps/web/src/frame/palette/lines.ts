/** What the palette offers: places to go to, things to do, numbers. Each line is found by its name and does one thing. */
import type { Found } from "@headwater/contract/search";
import type { Summary } from "@headwater/contract/ratios";
import { parsePeriod, type PeriodContext } from "@headwater/domain/period";
import { money, monthsFigure, percent, periodName, unknownReason } from "@headwater/ui/format";
import { t } from "./words.ts";

export type Group = "goTo" | "do" | "numbers";

export interface Line {
  readonly group: Group;
  readonly name: string;
  /** Beside the name: an address, a purl. */
  readonly detail?: string;
  /** At the right: what it is, and a figure where there is one. */
  readonly meaning: string;
  readonly key?: string;
  readonly run: () => void;
}

/** Lines of this browser whose name holds every word that is sought, those that begin with it first. */
export function matching(lines: readonly Line[], sought: string): readonly Line[] {
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const begins = ({ name }: Line) => (name.toLowerCase().startsWith(words[0] ?? "") ? 0 : 1);
  return lines
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .toSorted((one, other) => begins(one) - begins(other));
}

/** Where lines lead; a figure is asked why on its page. */
interface Ways {
  readonly toProject: (slug: string, why?: string) => void;
  readonly toProduct: (slug: string) => void;
  readonly toPeople: () => void;
  readonly toFigure: (why: string) => void;
}

type FoundProject = Found["projects"][number];

/** What the server found, as lines to go to. */
export function foundLines(found: Found, ways: Ways): readonly Line[] {
  return [
    ...found.projects.map((project): Line => ({
      group: "goTo",
      name: project.name,
      detail: project.project,
      meaning: meaningOf(project),
      run: () => ways.toProject(project.project),
    })),
    ...found.products.map((product): Line => ({
      group: "goTo",
      name: product.name,
      detail: product.slug === product.name ? "" : product.slug,
      meaning: `${t().product} · ${t().tier(product.tier)}`,
      run: () => ways.toProduct(product.slug),
    })),
    ...found.people.map((person): Line => ({
      group: "goTo",
      name: person.name,
      detail: person.email ?? "",
      meaning: t().person,
      run: ways.toPeople,
    })),
  ];
}

function meaningOf({ package: publishes, figures }: FoundProject): string {
  const parts = [
    t().project,
    ...(publishes === null ? [] : [t().packageOf(publishes)]),
    ...(figures === null || figures.reach === null ? [] : [t().reach(percent(figures.reach))]),
  ];
  return parts.join(" · ");
}

/** The figures of the project that fits best. */
export function projectNumbers(found: Found, ways: Ways): readonly Line[] {
  const [best] = found.projects;
  if (best === undefined || best.figures === null) return [];
  const { figures, name } = best;
  const amount = (value: string | null, unknown: string | undefined) =>
    value === null ? unknownReason(unknown) : money({ amount: value, currency: found.currency });
  const line = (number: string, text: string, value: string): Line => ({
    group: "numbers",
    name: text,
    meaning: value,
    run: () => ways.toProject(best.project, `${number}:${best.project}`),
  });
  return [
    line(
      "reach",
      t().reachOf(name),
      figures.reach === null ? unknownReason(figures.reachUnknown) : percent(figures.reach),
    ),
    line("giveBack", t().givenTo(name), amount(figures.giveBack, figures.giveBackUnknown)),
    line("gap", t().gapOf(name), amount(figures.gap, figures.gapUnknown)),
  ];
}

/** The company's four figures. */
export function summaryNumbers(summary: Summary, ways: Ways): readonly Line[] {
  const share = (value: number | null, unknown: string | undefined) =>
    value === null ? unknownReason(unknown) : percent(value);
  const line = (number: string, name: string, meaning: string): Line => ({
    group: "numbers",
    name,
    meaning,
    run: () => ways.toFigure(number),
  });
  return [
    line("giveBackOfTarget", t().ofTarget, share(summary.giveBackOfTarget, summary.giveBackOfTargetUnknown)),
    line("coverage", t().coverage, share(summary.coverage, summary.coverageUnknown)),
    line("alignment", t().alignment, share(summary.alignment, summary.alignmentUnknown)),
    line(
      "monthsBehind",
      t().monthsBehind,
      summary.monthsBehind === null
        ? unknownReason(summary.monthsBehindUnknown)
        : monthsFigure(summary.monthsBehind),
    ),
  ];
}

/** A period that was typed as the server writes it, `2026-q3`, as an act; none where it is no period. */
export function typedPeriod(
  sought: string,
  context: PeriodContext,
  choose: (period: string) => void,
): readonly Line[] {
  const text = sought.trim().replace(/q(?=[1-4])/i, "Q");
  if (!/^(?:ttm|(?:fy)?\d{4}\b)/i.test(text) || "error" in parsePeriod(text, context)) return [];
  const name = t().showPeriod(periodName(text));
  return [{ group: "do", name, detail: text, meaning: "", run: () => choose(text) }];
}
