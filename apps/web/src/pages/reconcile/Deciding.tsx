import { Button, Empty, Kbd } from "@headwater/ui/components";
import { createEffect, createMemo, createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { type Candidate, matching, meaningOf } from "./candidates.ts";
import { acceptProposals, isOpen, setOurs, setPackage, setRule } from "./decisions.ts";
import { Detail } from "./Detail.tsx";
import { AcceptMany, AnotherProject, ItIsOurs, NewRule } from "./Dialogs.tsx";
import { patternFrom } from "./pattern.ts";
import { focusQueue, Queue } from "./Queue.tsx";
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
  const [at, setAt] = createSignal<string | undefined>();
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = createSignal<"another" | "rule" | "ours" | "many" | null>(null);
  let place = 0;
  const current = createMemo(() => rows().find(({ key }) => key === at()));
  // A row that has gone leaves its place to the next one.
  createEffect(() => {
    const now = rows();
    const found = now.findIndex(({ key }) => key === at());
    if (found >= 0) place = found;
    else setAt(now[Math.min(place, now.length - 1)]?.key);
  });
  const markedRows = () => rows().filter(({ key, proposal }) => marked().has(key) && proposal !== null);
  const many = () =>
    markedRows().length > 0 ? markedRows() : rows().filter(({ proposal }) => proposal !== null);
  const close = () => {
    setAsking(null);
    focusQueue();
  };
  /** Decides on the row that is looked at; the queue has moved on before the server answers. */
  const decide = (work: (candidate: Candidate) => Promise<void>) => {
    const candidate = current();
    setAsking(null);
    if (candidate !== undefined && props.mayChange) void work(candidate);
    focusQueue();
  };
  const ask = (what: "another" | "rule" | "ours" | "many") => {
    if (props.mayChange && (what === "many" ? many().length > 0 : current() !== undefined)) setAsking(what);
  };
  const accept = () =>
    decide(async ({ proposal, packages }) => {
      if (proposal !== null) await setRule(proposal, packages);
    });
  const itself = () =>
    decide(async ({ loose }) => {
      if (loose !== null) await setPackage(loose, loose.package);
    });
  const decisions = {
    accept,
    itself,
    another: () => ask("another"),
    ours: () => ask("ours"),
    rule: () => ask("rule"),
  };
  const mark = () => {
    const key = at();
    if (key === undefined) return;
    setMarked(
      (before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]),
    );
    const next = rows()[rows().findIndex((row) => row.key === key) + 1];
    if (next !== undefined) setAt(next.key);
  };
  useKeys(() =>
    props.mayChange
      ? [
          { key: "e", does: t().actions.another, run: decisions.another, onLine: true },
          ...(current()?.loose === null
            ? []
            : [{ key: "p", does: t().actions.itself, run: itself, onLine: true }]),
          { key: "f", does: t().actions.ours, run: decisions.ours, onLine: true },
          { key: "r", does: t().actions.rule, run: decisions.rule, onLine: true },
          { key: "x", does: t().actions.mark, run: mark },
          { key: "a", does: t().actions.markedAll, run: () => ask("many") },
        ]
      : [],
  );
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
              rows={rows().map((candidate) => ({
                key: candidate.key,
                name: candidate.name,
                meaning: meaningOf(candidate),
                packages: candidate.loose === null ? candidate.packages.length : undefined,
                usageShare: candidate.usageShare,
              }))}
              at={at()}
              marked={marked()}
              onMove={setAt}
              onEnter={accept}
            />
            <div class="queue-foot">
              <Show when={props.mayChange && many().length > 0}>
                <Button size="small" onClick={() => ask("many")}>
                  {markedRows().length > 0
                    ? t().acceptMarked(markedRows().length)
                    : t().acceptAll(many().length)}{" "}
                  <Kbd keys="A" />
                </Button>
              </Show>
              <Show when={props.total > props.candidates.length}>
                <p class="byline">{t().moreInQueue(rows().length, props.total)}</p>
              </Show>
            </div>
          </div>
          <Show when={current()}>
            {(candidate) => <Detail of={candidate()} decisions={props.mayChange ? decisions : null} />}
          </Show>
        </div>
        <Show when={asking() === null ? undefined : current()}>
          {(candidate) => (
            <Switch>
              <Match when={asking() === "another"}>
                <AnotherProject
                  name={candidate().name}
                  pattern={candidate().loose === null ? candidate().key : undefined}
                  onClose={close}
                  onDecide={(project) =>
                    decide(({ loose, key, packages }) =>
                      loose === null
                        ? setRule({ pattern: key, project }, packages)
                        : setPackage(loose, project),
                    )
                  }
                />
              </Match>
              <Match when={asking() === "rule"}>
                <NewRule
                  initialPattern={ruleFrom(candidate())}
                  initialProject={candidate().proposal?.project ?? ""}
                  onClose={close}
                  onDecide={(rule) => decide(() => setRule(rule))}
                />
              </Match>
              <Match when={asking() === "ours"}>
                <ItIsOurs
                  initialPattern={candidate().key}
                  onClose={close}
                  onDecide={(pattern) => decide(() => setOurs(pattern))}
                />
              </Match>
              <Match when={asking() === "many"}>
                <AcceptMany
                  rules={rulesOf(many()).length}
                  packages={rulesOf(many()).reduce((sum, one) => sum + one.packages.length, 0)}
                  usageShare={shareOf(rulesOf(many()))}
                  onClose={close}
                  onDecide={() => {
                    const accepted = rulesOf(many());
                    decide(() => acceptProposals(accepted));
                    setMarked(new Set<string>());
                  }}
                />
              </Match>
            </Switch>
          )}
        </Show>
      </Match>
    </Switch>
  );
}

function ruleFrom(candidate: Candidate): string {
  return candidate.loose === null ? candidate.key : patternFrom(candidate.loose);
}

/** The rules of the candidates, each once, with the packages among them. */
function rulesOf(candidates: readonly Candidate[]) {
  const rules = new Map<
    string,
    { pattern: string; project: string; packages: string[]; usageShare: number | null }
  >();
  for (const { proposal, packages, usageShare } of candidates) {
    if (proposal === null) continue;
    const known = rules.get(proposal.pattern);
    if (known === undefined)
      rules.set(proposal.pattern, {
        pattern: proposal.pattern,
        project: proposal.project,
        packages: [...packages],
        usageShare,
      });
    else {
      known.packages.push(...packages);
      known.usageShare = (known.usageShare ?? 0) + (usageShare ?? 0);
    }
  }
  return [...rules.values()];
}

function shareOf(rules: readonly { readonly usageShare: number | null }[]): number | null {
  if (rules.some(({ usageShare }) => usageShare === null)) return null;
  return rules.reduce((sum, { usageShare }) => sum + (usageShare ?? 0), 0);
}
