import { Button, Empty, Kbd } from "@headwater/ui/components";
import { createMemo, type JSX, Match, Show, Switch } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { Asked } from "./Asked.tsx";
import { type Candidate, matching, meaningOf } from "./candidates.ts";
import { isOpen } from "./decisions.ts";
import { Detail } from "./Detail.tsx";
import { Queue } from "./Queue.tsx";
import { createRound, keysOf, type Round } from "./round.ts";
import { t } from "./texts.ts";

interface DecidingProps {
  readonly label: string;
  readonly nameHead: string;
  readonly meaningHead: string;
  readonly candidates: readonly Candidate[];
  /** How many there are, those included that are not in the queue yet. */
  readonly total: number;
  readonly q: string | undefined;
  readonly mayChange: boolean;
  readonly onClear: () => void;
  /** What stands here once nothing is left to decide. */
  readonly empty: JSX.Element;
}

/** The queue and what is known of the row that is looked at; each decision moves on to the next row. */
export function Deciding(props: DecidingProps) {
  const rows = createMemo(() => matching(props.candidates, props.q).filter(({ key }) => isOpen(key)));
  const round = createRound(rows, () => props.mayChange);
  useKeys(() => (props.mayChange ? keysOf(round) : []));
  return (
    <Switch>
      <Match when={rows().length === 0 && props.candidates.some(({ key }) => isOpen(key))}>
        <Empty title={t().noMatch} sentence={t().noMatchSentence(props.q ?? "")}>
          <Button onClick={() => props.onClear()}>{t().clear}</Button>
        </Empty>
      </Match>
      <Match when={rows().length === 0}>{props.empty}</Match>
      <Match when={true}>
        <div class="deciding">
          <div>
            <Queue
              label={props.label}
              nameHead={props.nameHead}
              meaningHead={props.meaningHead}
              rows={rows().map(rowOf)}
              at={round.place.at()}
              marked={round.marks.marked()}
              onMove={round.place.moveTo}
              onEnter={round.decisions.accept}
            />
            <div class="queue-foot">
              <Show when={props.mayChange}>
                <AcceptAtOnce round={round} />
              </Show>
              <Show when={props.total > props.candidates.length}>
                <p class="byline">{t().moreInQueue(rows().length, props.total)}</p>
              </Show>
            </div>
          </div>
          <Show when={round.place.current()}>
            {(candidate) => <Detail of={candidate()} decisions={props.mayChange ? round.decisions : null} />}
          </Show>
        </div>
        <Asked round={round} />
      </Match>
    </Switch>
  );
}

/** Says how many proposals one press would accept, where there are any. */
function AcceptAtOnce(props: { readonly round: Round }) {
  const marked = () => props.round.marks.markedRows().length;
  const many = () => props.round.marks.many().length;
  return (
    <Show when={many() > 0}>
      <Button size="small" onClick={() => props.round.ask("many")}>
        {marked() > 0 ? t().acceptMarked(marked()) : t().acceptAll(many())} <Kbd keys="A" />
      </Button>
    </Show>
  );
}

function rowOf(candidate: Candidate) {
  return {
    key: candidate.key,
    name: candidate.name,
    meaning: meaningOf(candidate),
    packages: candidate.loose === null ? candidate.packages.length : undefined,
    usageShare: candidate.usageShare,
  };
}
