import type { LogLine, LogMeaning, LogToken } from "@headwater/domain/contribution";
import { duration } from "@headwater/ui/format";
import type { NamedProject } from "./entry.ts";
import { dayInWords, kindName, t } from "./texts.ts";

type ChipField = "minutes" | "kind" | "project" | "day" | "link";

/** One thing that was understood. */
export interface Chip {
  readonly field: ChipField;
  readonly value: string;
  readonly note: string | null;
  readonly certainty: "sure" | "doubtful";
  /** Of the line, half-open; null where the line has no word for it. */
  readonly from: number | null;
  readonly to: number | null;
}

/** In the order of the line; what no word of it says comes last. */
export function chipsOf(
  line: LogLine,
  completed: LogLine,
  named: NamedProject,
  today: string,
): readonly Chip[] {
  const at = (meaning: LogMeaning) => placeOf(line.tokens, meaning);
  const doubt = (field: "minutes" | "kind" | "project" | "day") =>
    line.doubtful.includes(field) || line.problems.some((problem) => problem.field === field)
      ? ("doubtful" as const)
      : ("sure" as const);
  const chips: Chip[] = [];
  if (line.minutes !== null)
    chips.push({
      field: "minutes",
      value: duration(line.minutes),
      note: doubt("minutes") === "doubtful" ? t().guessed : null,
      certainty: doubt("minutes"),
      ...at("minutes"),
    });
  if (line.kind !== null) {
    const written = at("kind");
    const fromAddress = written.from === null && line.link !== null;
    chips.push({
      field: "kind",
      value: kindName()[line.kind],
      note: fromAddress ? t().fromAddress : doubt("kind") === "doubtful" ? t().guessed : null,
      certainty: doubt("kind"),
      ...(fromAddress ? at("link") : written),
    });
  }
  const project = projectChip(named);
  if (project !== null) {
    const written = at("project");
    chips.push({ ...project, ...(written.from === null ? at("link") : written) });
  }
  const day = at("day");
  if (line.tokens.some(({ meaning }) => meaning !== "space"))
    chips.push({
      field: "day",
      value: dayInWords(line.day, today),
      note: day.from === null ? t().today : null,
      certainty: doubt("day"),
      ...day,
    });
  return chips
    .filter((chip) => !offers(line, completed, chip.field))
    .concat(offeredChips(line, completed, today))
    .toSorted((one, other) => (one.from ?? Infinity) - (other.from ?? Infinity));
}

/** The last word, if it is completed, changes what the line says of it. */
function offers(line: LogLine, completed: LogLine, field: ChipField): boolean {
  return (field === "kind" || field === "day") && line[field] !== completed[field];
}

function offeredChips(line: LogLine, completed: LogLine, today: string): readonly Chip[] {
  const chip = (field: "kind" | "day", value: string): Chip => ({
    field,
    value,
    note: t().withTab,
    certainty: "doubtful",
    ...placeOf(completed.tokens, field),
  });
  return [
    ...(offers(line, completed, "kind") && completed.kind !== null
      ? [chip("kind", kindName()[completed.kind])]
      : []),
    ...(offers(line, completed, "day") ? [chip("day", dayInWords(completed.day, today))] : []),
  ];
}

function projectChip(named: NamedProject): Omit<Chip, "from" | "to"> | null {
  if (named.state === "none") return null;
  if (named.state === "asking")
    return { field: "project", value: "…", note: t().looking, certainty: "doubtful" };
  if (named.state === "known") {
    const { name, products } = named.project;
    const note = products === 0 ? t().unused : t().inProducts(products);
    return { field: "project", value: name, note, certainty: "sure" };
  }
  if (named.state === "new")
    return { field: "project", value: named.slug, note: t().newHere, certainty: "doubtful" };
  return {
    field: "project",
    value: named.name,
    note: named.state === "unchecked" ? t().unchecked : t().notFound,
    certainty: "doubtful",
  };
}

/** From the first to the last word with the meaning. */
function placeOf(tokens: readonly LogToken[], meaning: LogMeaning) {
  const found = tokens.filter((token) => token.meaning === meaning);
  return { from: found[0]?.start ?? null, to: found.at(-1)?.end ?? null };
}
