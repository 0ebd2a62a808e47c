import { Button, type Choice, Combobox, Progress } from "@headwater/ui/components";
import { change, fileSize, percent } from "@headwater/ui/format";
import { For, Match, Show, Switch } from "solid-js";
import type { FileProblem, ReadFile } from "../../answers.ts";
import { t } from "./texts.ts";
import { type FileUpload, retarget, sendAgain, stop } from "./uploads.ts";

interface FileLineProps {
  readonly upload: FileUpload;
  readonly choices: readonly Choice[];
}

/** One file: where it goes, how far it is, and what came of it or why it was refused. */
export function FileLine(props: FileLineProps) {
  const fate = () => props.upload.fate;
  const done = () => {
    const now = fate();
    return now.kind === "done" ? now.read : null;
  };
  const refused = () => {
    const now = fate();
    return now.kind === "refused" ? now : null;
  };
  return (
    <li class="file-line">
      <div class="file-name">
        <span class="strong">{props.upload.source}</span>
        <span class="byline">{`${props.upload.product} · ${fileSize(props.upload.file.size)}`}</span>
      </div>
      <div class="file-fate">
        <Switch>
          <Match when={fate().kind === "waiting"}>
            <span class="byline">{t().waiting}</span>
          </Match>
          <Match when={fate().kind === "sending" || fate().kind === "reading"}>
            <OnTheWay upload={props.upload} />
          </Match>
          <Match when={done()}>{(read) => <Result read={read()} />}</Match>
          <Match when={refused()}>
            {(refusal) => <Refused upload={props.upload} choices={props.choices} refusal={refusal()} />}
          </Match>
        </Switch>
      </div>
    </li>
  );
}

function OnTheWay(props: { readonly upload: FileUpload }) {
  const share = () => (props.upload.fate.kind === "sending" ? props.upload.fate.share : null);
  return (
    <div class="file-progress">
      <Progress label={t().sending(props.upload.source)} share={share()} />
      <span class="byline">{share() === null ? t().reading : t().sent(percent(share() ?? 0))}</span>
      <Button kind="quiet" size="small" onClick={() => stop(props.upload.id)}>
        {t().stop}
      </Button>
    </div>
  );
}

function Result(props: { readonly read: ReadFile }) {
  return (
    <>
      <p>
        <Show when={!props.read.unchanged} fallback={t().unchanged}>
          <span class="strong">{change(props.read.added, props.read.removed, props.read.updated)}</span>
          {` · ${t().components(props.read.components)} · ${props.read.format}`}
        </Show>
      </p>
      <Show when={props.read.problems.length > 0}>
        <Problems problems={props.read.problems} />
      </Show>
    </>
  );
}

/** More than these would bury the other files; the count says how many there are. */
const SHOWN_PROBLEMS = 20;

/** What a file says and could not be used: counted, and each told when it is opened. */
function Problems(props: { readonly problems: readonly FileProblem[] }) {
  const all = () => props.problems.length;
  return (
    <details class="file-problems">
      <summary>{t().problems(all())}</summary>
      <ul>
        <For each={props.problems.slice(0, SHOWN_PROBLEMS)}>
          {(problem) => <li>{problem.message + (problem.where === null ? "" : ` (${problem.where})`)}</li>}
        </For>
        <Show when={all() > SHOWN_PROBLEMS}>
          <li>{t().more(all() - SHOWN_PROBLEMS)}</li>
        </Show>
      </ul>
    </details>
  );
}

function Refused(props: FileLineProps & { readonly refusal: { readonly detail: string } }) {
  return (
    <div class="file-refused">
      <p class="red">{props.refusal.detail}</p>
      <p class="note">{t().othersKept}</p>
      <div class="file-again">
        <Combobox
          label={t().product}
          value={props.upload.product}
          choices={props.choices}
          onChoose={(product) => retarget(props.upload.id, product)}
          newName={(typed) => t().newProduct(typed)}
        />
        <Button onClick={() => sendAgain(props.upload.id)}>{t().tryAgain}</Button>
      </div>
    </div>
  );
}
