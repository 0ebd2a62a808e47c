import type { Summary } from "@headwater/contract/ratios";
import { money, percent } from "@headwater/ui/format";
import { verdictWords } from "./verdict-words.ts";

/** The sentence that carries the page, in the order in which it is read; empty parts are left out. */
export interface Verdict {
  readonly before: string;
  /** Leads to the rows of what was given. */
  readonly given: string;
  readonly between: string;
  /** Leads to the projects that we stand on most. */
  readonly projects: string;
  readonly after: string;
}

type Figures = Pick<
  Summary,
  "giveBack" | "currency" | "target" | "giveBackOfTarget" | "projects" | "mostUsed"
> & { readonly confidence: Pick<Summary["confidence"], "partial"> };

/** One sentence for every state: nothing used, nothing given, no target, part of it, all of it and more. */
export function verdictOf(summary: Figures): Verdict {
  const sentence = plainVerdict(summary);
  if (!summary.confidence.partial) return sentence;
  return sentence.before === "" ? sentence : { ...sentence, before: verdictWords().partial(sentence.before) };
}

function plainVerdict(summary: Figures): Verdict {
  const say = verdictWords();
  const isGiven = Number(summary.giveBack) > 0;
  if (summary.projects === 0 && !isGiven)
    return { before: say.nothingKnown, given: "", between: "", projects: "", after: "" };
  const opening = { before: say.gave, given: givenWords(summary, isGiven) };
  const { projects: most, withoutGiving } = summary.mostUsed;
  if (most === 0) return { ...opening, between: "", projects: "", after: say.unknownUse };
  // Where the projects cannot be told without telling of a person, only what was given is said.
  if (withoutGiving === null)
    return {
      ...opening,
      between: "",
      projects: "",
      after: summary.target === null ? say.noTarget : say.alone,
    };
  return withoutGiving === 0
    ? { ...opening, ...say.allSomething(most) }
    : { ...opening, ...say.someNothing(withoutGiving, most) };
}

function givenWords(summary: Figures, isGiven: boolean): string {
  const say = verdictWords();
  if (!isGiven) return say.nothing;
  if (summary.giveBackOfTarget === null)
    return say.withoutTarget(money({ amount: summary.giveBack, currency: summary.currency }));
  return say.ofTarget(percent(summary.giveBackOfTarget));
}
