import type { ProjectFacts, ProjectUse } from "@headwater/contract/projects";
import { givenOf } from "@headwater/contract/projects-table";
import type { RatioRow } from "@headwater/contract/ratios";
import { Figure, KeyFigure, KeyFigures } from "@headwater/ui/components";
import { amountFigure, duration, percent, percentFigure } from "@headwater/ui/format";
import { Why } from "../why/Why.tsx";
import { t } from "./texts.ts";

interface ProjectFiguresProps {
  readonly facts: ProjectFacts;
  readonly figures: RatioRow;
  readonly use: ProjectUse | null;
}

/** Reach, usage share, given, fair share and gap, each with what it says and how it comes about. */
export function ProjectFigures(props: ProjectFiguresProps) {
  const row = () => props.figures;
  const slug = () => props.facts.slug;
  const rank = () => props.facts.ranks;
  const gap = () => row().gap;
  return (
    <div class="project-figures">
      <KeyFigures>
        <KeyFigure
          name={t().reach}
          why={<Why number="reach" project={slug()} />}
          figure={
            <Figure
              value={row().reach}
              unknown={row().reachUnknown}
              print={(reach) => percentFigure(reach, 0)}
            />
          }
          unit={unitOf(row().reach, "%")}
          caption={reachCaption(props.use)}
        />
        <KeyFigure
          name={t().usage}
          why={<Why number="usageShare" project={slug()} />}
          figure={
            <Figure
              value={row().usageShare}
              unknown={row().usageShareUnknown}
              print={(share) => percentFigure(share, 2)}
            />
          }
          unit={unitOf(row().usageShare, "%")}
          caption={rankCaption(rank().usage, rank().projects)}
        />
        <KeyFigure
          name={t().given}
          why={<Why number="giveBack" project={slug()} />}
          figure={
            <Figure
              value={givenOf(row())}
              unknown={row().giveBackUnknown ?? row().ratioUnknown}
              print={amountFigure}
              estimated={isMostlyEstimated(props.facts)}
            />
          }
          unit={unitOf(givenOf(row()), props.facts.currency)}
          caption={givenCaption(props.facts)}
        />
        <KeyFigure
          name={t().fairShare}
          why={<Why number="fairShare" project={slug()} />}
          figure={<Figure value={row().fairShare} unknown={row().fairShareUnknown} print={amountFigure} />}
          unit={unitOf(row().fairShare, props.facts.currency)}
          caption={row().fairShare === null ? undefined : t().ofTarget(percent(row().usageShare ?? 0, 2))}
        />
        <KeyFigure
          name={t().gap}
          why={<Why number="gap" project={slug()} />}
          figure={
            <span classList={{ red: Number(gap()) > 0 }}>
              <Figure value={gap()} unknown={row().gapUnknown} print={amountFigure} />
            </span>
          }
          unit={unitOf(gap(), props.facts.currency)}
          caption={gapCaption(gap(), rank().gap)}
        />
      </KeyFigures>
    </div>
  );
}

function unitOf(value: number | string | null, unit: string): string | undefined {
  return value === null ? undefined : unit;
}

function reachCaption(use: ProjectUse | null): string | undefined {
  if (use === null) return undefined;
  const of = (presence: string) => use.products.filter((line) => line.presence === presence).length;
  return t().reachCaption(of("contained"), use.products.length, of("unknown"));
}

function rankCaption(rank: number | null, all: number): string | undefined {
  return rank === null ? undefined : t().rankOf(rank, all);
}

function isMostlyEstimated({ figures, estimated }: ProjectFacts): boolean {
  return 2 * Number(estimated.value) > Number(figures?.giveBack);
}

function givenCaption({ figures, estimated }: ProjectFacts): string | undefined {
  if (figures === null || figures.minutes === null) return undefined;
  if (figures.minutes > 0)
    return t().givenCaption(
      duration(figures.minutes),
      (estimated.minutes ?? 0) > 0 ? duration(estimated.minutes ?? 0) : "",
    );
  return Number(figures.giveBack) > 0 ? t().onlyMoney : t().nothingGiven;
}

function gapCaption(gap: string | null, rank: number | null): string | undefined {
  if (gap === null) return undefined;
  return rank === null || !(Number(gap) > 0) ? t().noGap : t().rankByGap(rank);
}
