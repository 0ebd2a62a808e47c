import { Button, Icon, Menu, type MenuEntry, showToast } from "@headwater/ui/components";
import { dayName, periodName } from "@headwater/ui/format";
import { addDays, parseDay } from "@headwater/domain/period";
import { useNavigate } from "@tanstack/solid-router";
import { createSignal, Show } from "solid-js";
import { api, asked } from "../../server.ts";
import { refusalWords, versionOf } from "./decisions.ts";
import { type Plan, type Round, roundChanged } from "./queries.ts";
import { ChangeRound, ConfirmRemoval } from "./RoundDialogs.tsx";
import { t } from "./texts.ts";

interface RoundHeadProps {
  readonly round: Round;
  readonly plan: Plan;
  readonly rounds: readonly Round[];
  readonly mayPlan: boolean;
}

/** Which round it is, what it rests on, and what can be done with it as a whole. */
export function RoundHead(props: RoundHeadProps) {
  const [open, setOpen] = createSignal<"change" | "remove" | null>(null);
  const navigate = useNavigate();
  const remove = async () => {
    const { id, name } = props.round;
    try {
      await asked(api.rounds.remove.mutate({ id, version: versionOf(props.round) }));
      showToast({ said: t().removed(name) });
      setOpen(null);
      await navigate({ to: "/fund", search: {} });
    } catch (error) {
      showToast({ said: refusalWords(error) });
    }
    await roundChanged();
  };
  return (
    <>
      <p class="byline fund-byline">
        <Rounds round={props.round} rounds={props.rounds} mayPlan={props.mayPlan} />
        {` · ${t().begun(dayName(props.round.createdAt.slice(0, 10)))} · ${t().gapsOver(periodWords(props.plan, props.round))} · ${t().draft}`}
      </p>
      <div class="fund-head">
        <h1>{props.round.name}</h1>
        <div class="fund-actions not-printed">
          <Show when={props.mayPlan}>
            <Button onClick={() => setOpen("change")}>{t().change}</Button>
          </Show>
          <Menu kind="primary" entries={exportsOf(props.round, props.plan)}>
            {t().export}
          </Menu>
          <Show when={props.mayPlan}>
            <Menu
              bare
              kind="quiet"
              label={t().more}
              entries={[{ name: t().remove, destructive: true, onChoose: () => setOpen("remove") }]}
            >
              <Icon name="more" />
            </Menu>
          </Show>
        </div>
      </div>
      <Show when={!props.mayPlan}>
        <p class="note">{t().readOnly}</p>
      </Show>
      <Show when={open() === "change"}>
        <ChangeRound round={props.round} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === "remove"}>
        <ConfirmRemoval round={props.round} onRemove={() => void remove()} onClose={() => setOpen(null)} />
      </Show>
    </>
  );
}

/** The last day of the period is inside it. */
function periodWords({ period }: Pick<Plan, "period">, round: Pick<Round, "period">): string {
  const end = parseDay(period.end);
  return periodName(round.period, end === null ? undefined : addDays(end, -1));
}

function Rounds(props: Pick<RoundHeadProps, "round" | "rounds" | "mayPlan">) {
  const navigate = useNavigate();
  const entries = (): readonly MenuEntry[] => [
    ...props.rounds.map((round) => ({
      name: round.name,
      checked: round.id === props.round.id,
      onChoose: () => void navigate({ to: "/fund", search: { round: round.id } }),
    })),
    ...(props.mayPlan
      ? [
          "rule" as const,
          { name: t().newRound, onChoose: () => void navigate({ to: "/fund", search: { new: true } }) },
        ]
      : []),
  ];
  return (
    <Menu class="fund-rounds" entries={entries()}>
      {t().rounds}
    </Menu>
  );
}

/** One entry a file, since GitHub takes at most a hundred accounts in each. */
function exportsOf(round: Round, { sponsors }: Plan): readonly MenuEntry[] {
  const { files, rows, dollars } = sponsors;
  const refused = dollars === null ? t().exportNoRate : rows === 0 ? t().exportNoAccount : undefined;
  const lines = (format: "csv" | "xlsx") => () =>
    download(`/api/v1/rounds/${round.id}/lines?format=${format}`);
  return [
    ...Array.from({ length: Math.max(1, files) }, (_, place) => ({
      name: files > 1 ? t().exportSponsorsPart(place + 1, files) : t().exportSponsors(rows),
      refused,
      onChoose: () => download(`/api/v1/rounds/${round.id}/sponsors?format=csv&part=${place + 1}`),
    })),
    "rule",
    { name: t().exportLinesCsv, onChoose: lines("csv") },
    { name: t().exportLinesXlsx, onChoose: lines("xlsx") },
  ];
}

function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}
