import { type Choice, Combobox } from "@headwater/ui/components";
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
