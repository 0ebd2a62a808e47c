/** The projects that were met while typing, kept as long as the page is open: asked for once a word. */
import type { LoggableProject } from "@headwater/contract/contributions";
import { createSignal } from "solid-js";
import { server } from "../../server.ts";
import { onSession } from "../../session.ts";

const [met, setMet] = createSignal<readonly LoggableProject[]>([]);
const [asking, setAsking] = createSignal(0);
const [unreached, setUnreached] = createSignal(false);
const asked = new Set<string>();

// Another person may see another organization.
onSession((samePerson) => {
  if (samePerson) return;
  asked.clear();
  setMet([]);
});

export { met };

/** Some word is being looked for. */
export function isAsking(): boolean {
  return asking() > 0;
}

/** The last question went unanswered: what is unknown here may be known there. */
export { unreached };

/** Two answers may hold the same project, which would make its own name look like another's. */
export function meet(projects: readonly LoggableProject[]): void {
  const bySlug = new Map(met().map((project) => [project.slug, project]));
  const before = bySlug.size;
  for (const project of projects) if (!bySlug.has(project.slug)) bySlug.set(project.slug, project);
  if (bySlug.size > before) setMet([...bySlug.values()]);
}

/** Asks the server for the projects that each word may mean, once. */
export async function lookFor(words: readonly string[]): Promise<void> {
  const fresh = words.map((word) => word.toLowerCase()).filter((word) => !asked.has(word));
  if (fresh.length === 0) return;
  for (const word of fresh) asked.add(word);
  setAsking((questions) => questions + 1);
  try {
    const answers = await Promise.all(fresh.map((word) => server.findLoggableProjects(word)));
    meet(answers.flatMap(({ items }) => items));
    setUnreached(false);
  } catch {
    // Completion is a convenience: the line can be written without it, and the words are asked for again later.
    for (const word of fresh) asked.delete(word);
    setUnreached(true);
  } finally {
    setAsking((questions) => questions - 1);
  }
}
