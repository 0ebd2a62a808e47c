import { Button, Combobox, Dialog, Field } from "@headwater/ui/components";
import { createSignal, onMount, Show } from "solid-js";
import { OursPreview, RulePreview } from "./Preview.tsx";
import { findProjects } from "./queries.ts";
import { t } from "./texts.ts";

interface ProjectFieldProps {
  readonly value: string;
  readonly onChoose: (project: string) => void;
}

/** A project by its name, or a repository by its address. */
function ProjectField(props: ProjectFieldProps) {
  return (
    <Combobox
      label={t().project}
      value={props.value}
      search={findProjects}
      newName={(typed) => t().asAddress(typed)}
      onChoose={(project) => props.onChoose(project)}
      help={t().anotherHelp}
    />
  );
}

interface AnotherProps {
  /** Of the package or the pattern. */
  readonly name: string;
  /** A rule is set, whose packages are shown first; else the package alone is spoken of. */
  readonly pattern: string | undefined;
  readonly onClose: () => void;
  readonly onDecide: (project: string) => void;
}

/** Another project than the proposed one. */
export function AnotherProject(props: AnotherProps) {
  const [project, setProject] = createSignal("");
  let confirm!: HTMLButtonElement;
  let field!: HTMLDivElement;
  onMount(() => field.querySelector("input")?.focus());
  return (
    <Dialog
      open
      title={t().anotherTitle(props.name)}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button
            kind="primary"
            ref={(element) => {
              confirm = element;
            }}
            disabled={project() === ""}
            onClick={() => props.onDecide(project())}
          >
            {t().confirm}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <div
        ref={(element) => {
          field = element;
        }}
      >
        <ProjectField
          value={project()}
          onChoose={(next) => {
            setProject(next);
            // Chosen is nearly decided: the next Enter confirms.
            queueMicrotask(() => confirm.focus());
          }}
        />
      </div>
      <Show when={project() !== "" ? props.pattern : undefined}>
        {(pattern) => <RulePreview pattern={pattern()} project={project()} />}
      </Show>
    </Dialog>
  );
}

interface NewRuleProps {
  readonly initialPattern: string;
  readonly initialProject: string;
  readonly onClose: () => void;
  readonly onDecide: (rule: { readonly pattern: string; readonly project: string }) => void;
}

/** A rule from a package: its pattern stands there already, and what it touches is shown while it is written. */
export function NewRule(props: NewRuleProps) {
  const [pattern, setPattern] = createSignal(props.initialPattern);
  const [project, setProject] = createSignal(props.initialProject);
  const isReady = () => pattern().trim() !== "" && project().trim() !== "";
  const set = () => {
    if (isReady()) props.onDecide({ pattern: pattern().trim(), project: project() });
  };
  return (
    <Dialog
      open
      title={t().ruleTitle}
      width="wide"
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" disabled={!isReady()} onClick={set}>
            {t().setTheRule}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <Field
        label={t().pattern}
        value={pattern()}
        help={t().patternHelp}
        spellcheck={false}
        autofocus
        onKeyDown={(event) => onEnter(event, set)}
        onInput={(event) => setPattern(event.currentTarget.value)}
      />
      <ProjectField value={project()} onChoose={setProject} />
      <Show when={isReady()}>
        <RulePreview pattern={pattern().trim()} project={project()} />
      </Show>
    </Dialog>
  );
}

interface OursProps {
  readonly initialPattern: string;
  readonly onClose: () => void;
  readonly onDecide: (pattern: string) => void;
}

/** The company's own, by a pattern that can be widened. */
export function ItIsOurs(props: OursProps) {
  const [pattern, setPattern] = createSignal(props.initialPattern);
  const set = () => {
    if (pattern().trim() !== "") props.onDecide(pattern().trim());
  };
  return (
    <Dialog
      open
      title={t().oursTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" disabled={pattern().trim() === ""} onClick={set}>
            {t().sayOurs}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <Field
        label={t().pattern}
        value={pattern()}
        help={t().oursHelp}
        spellcheck={false}
        autofocus
        onKeyDown={(event) => onEnter(event, set)}
        onInput={(event) => setPattern(event.currentTarget.value)}
      />
      <OursPreview pattern={pattern()} />
    </Dialog>
  );
}

interface ManyProps {
  readonly rules: number;
  readonly packages: number;
  readonly usageShare: number | null;
  readonly onClose: () => void;
  readonly onDecide: () => void;
}

/** What accepting many at once means, before it is done. */
export function AcceptMany(props: ManyProps) {
  return (
    <Dialog
      open
      title={t().acceptManyTitle(props.rules)}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" autofocus onClick={() => props.onDecide()}>
            {t().accept}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <p>{t().acceptManySentence(props.rules, props.packages, props.usageShare)}</p>
    </Dialog>
  );
}

/** Enter in a field decides, as the primary button does. */
function onEnter(event: KeyboardEvent, decide: () => void): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  decide();
}
