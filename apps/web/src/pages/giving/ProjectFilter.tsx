import { type Choice, Combobox, FilterChip } from "@headwater/ui/components";
import { Show } from "solid-js";
import { server } from "../../server.ts";
import { t } from "./texts.ts";

interface ProjectFieldProps {
  readonly label: string;
  /** Slug; empty where none is chosen. */
  readonly value: string;
  readonly onChoose: (slug: string, name: string) => void;
  readonly shown?: string | undefined;
  readonly bare?: boolean;
  readonly placeholder?: string;
  readonly error?: string | undefined;
}

/** A project by the beginning of its name, those in our products first. */
export function ProjectField(props: ProjectFieldProps) {
  return (
    <Combobox
      label={props.label}
      bare={props.bare === true}
      value={props.value}
      shown={props.shown ?? lastPart(props.value)}
      search={findProjects}
      onChoose={(slug, choice) => props.onChoose(slug, choice.name)}
      placeholder={props.placeholder ?? ""}
      error={props.error}
    />
  );
}

interface ProjectFilterProps {
  /** Slug. */
  readonly project: string | undefined;
  readonly onChoose: (slug: string | undefined) => void;
}

/** Rows of one project only: it is sought while there is none, then it stands there and can be taken away. */
export function ProjectFilter(props: ProjectFilterProps) {
  return (
    <Show
      when={props.project}
      fallback={
        <ProjectField
          label={t().project}
          value=""
          placeholder={t().allProjects}
          onChoose={(slug) => props.onChoose(slug)}
        />
      }
    >
      {(slug) => <FilterChip field={t().project} value={slug()} onRemove={() => props.onChoose(undefined)} />}
    </Show>
  );
}

async function findProjects(typed: string): Promise<readonly Choice[]> {
  if (typed === "") return [];
  const { items } = await server.findLoggableProjects(typed);
  return items.map(({ slug, name, products }) => ({
    value: slug,
    name,
    meaning: t().inProducts(products),
  }));
}

function lastPart(slug: string): string {
  return slug.slice(slug.lastIndexOf("/") + 1);
}
