import { Match, Show, Switch } from "solid-js";
import { type Candidate, rulesOf, shareOf } from "./candidates.ts";
import { acceptProposals, setOurs, setPackage, setRule } from "./decisions.ts";
import { AcceptMany, AnotherProject, ItIsOurs, NewRule } from "./Dialogs.tsx";
import { patternFrom } from "./pattern.ts";
import type { Round } from "./round.ts";

/** The dialog of what is being asked, if anything is. */
export function Asked(props: { readonly round: Round }) {
  return (
    <Show when={props.round.asking() === null ? undefined : props.round.place.current()}>
      {(candidate) => (
        <Switch>
          <Match when={props.round.asking() === "another"}>
            <AskAnother round={props.round} candidate={candidate()} />
          </Match>
          <Match when={props.round.asking() === "rule"}>
            <NewRule
              initialPattern={ruleFrom(candidate())}
              initialProject={candidate().proposal?.project ?? ""}
              onClose={props.round.close}
              onDecide={(rule) => props.round.decide(() => setRule(rule))}
            />
          </Match>
          <Match when={props.round.asking() === "ours"}>
            <ItIsOurs
              initialPattern={candidate().key}
              onClose={props.round.close}
              onDecide={(pattern) => props.round.decide(() => setOurs(pattern))}
            />
          </Match>
          <Match when={props.round.asking() === "many"}>
            <AskMany round={props.round} />
          </Match>
        </Switch>
      )}
    </Show>
  );
}

function AskAnother(props: { readonly round: Round; readonly candidate: Candidate }) {
  return (
    <AnotherProject
      name={props.candidate.name}
      pattern={props.candidate.loose === null ? props.candidate.key : undefined}
      onClose={props.round.close}
      onDecide={(project) =>
        props.round.decide(({ loose, key, packages }) =>
          loose === null ? setRule({ pattern: key, project }, packages) : setPackage(loose, project),
        )
      }
    />
  );
}

function AskMany(props: { readonly round: Round }) {
  const rules = () => rulesOf(props.round.marks.many());
  return (
    <AcceptMany
      rules={rules().length}
      packages={rules().reduce((sum, one) => sum + one.packages.length, 0)}
      usageShare={shareOf(rules())}
      onClose={props.round.close}
      onDecide={() => {
        const accepted = rules();
        props.round.decide(() => acceptProposals(accepted));
        props.round.marks.clear();
      }}
    />
  );
}

function ruleFrom(candidate: Candidate): string {
  return candidate.loose === null ? candidate.key : patternFrom(candidate.loose);
}
