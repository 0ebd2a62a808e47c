import { Button, type Choice, Combobox, Progress } from "@headwater/ui/components";
import { change, count, fileSize, percent } from "@headwater/ui/format";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Snapshot } from "../../answers.ts";
import { type FileUpload, sendAgain, stop } from "./uploads.ts";

interface FileLineProps {
  readonly upload: FileUpload;
  readonly choices: readonly Choice[];
}

/** One file: where it goes, how far it is, and what came of it or why it was refused. */
export function FileLine(props: FileLineProps) {
  const fate = () => props.upload.fate;
  const done = () => {
    const now = fate();
    return now.kind === "done" ? now.snapshot : null;
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
            <span class="byline">waiting</span>
          </Match>
          <Match when={fate().kind === "sending" || fate().kind === "reading"}>
            <OnTheWay upload={props.upload} />
          </Match>
          <Match when={done()}>{(snapshot) => <Result snapshot={snapshot()} />}</Match>
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
      <Progress label={`Sending ${props.upload.source}`} share={share()} />
      <span class="byline">{share() === null ? "reading" : `sent ${percent(share() ?? 0)}`}</span>
      <Button kind="quiet" size="small" onClick={() => stop(props.upload.id)}>
        Stop
      </Button>
    </div>
  );
}

function Result(props: { readonly snapshot: Snapshot }) {
  const unchanged = () => props.snapshot.status === "unchanged";
  return (
    <p>
      <Show when={!unchanged()} fallback="unchanged: the same bytes are in force already">
        <span class="strong">
          {change(props.snapshot.added, props.snapshot.removed, props.snapshot.updated)}
        </span>
        {` · ${count(props.snapshot.components)} components · ${props.snapshot.format}`}
      </Show>
      <Show when={props.snapshot.problems > 0}>
        <span class="file-problems">{` · ${count(props.snapshot.problems)} ${props.snapshot.problems === 1 ? "problem" : "problems"}`}</span>
      </Show>
    </p>
  );
}

function Refused(
  props: FileLineProps & { readonly refusal: { readonly detail: string; readonly where: string | null } },
) {
  const [product, setProduct] = createSignal<string | null>(null);
  const goesTo = () => product() ?? props.upload.product;
  return (
    <div class="file-refused">
      <p class="red">
        {props.refusal.detail}
        <Show when={props.refusal.where}>{(where) => ` (${where()})`}</Show>
      </p>
      <p class="note">Nothing of this file was imported; the others are kept.</p>
      <div class="file-again">
        <Combobox
          label="Product"
          value={goesTo()}
          choices={props.choices}
          onChoose={setProduct}
          newName={(typed) => `Use “${typed}” as a new product`}
        />
        <Button onClick={() => sendAgain(props.upload.id, goesTo())}>Try again</Button>
      </div>
    </div>
  );
}
