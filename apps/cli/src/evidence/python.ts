import type { PackageStatement } from "@headwater/contract/products";
import { packageKey, repositorySlug } from "@headwater/domain/package";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readInside } from "../inventories/beside.ts";
import { statement, type Asked } from "./statement.ts";

/** METADATA of what is installed in a virtual environment beside the inventory (PEP 621, core metadata: Project-URL, Home-page). */
export async function pythonStatements({ folder, components }: Asked): Promise<readonly PackageStatement[]> {
  const places = await installedPlaces(folder);
  if (places.size === 0) return [];
  const found: PackageStatement[] = [];
  for (const component of components) {
    const place = places.get(packageKey(component.purl ?? ""));
    const text = place === undefined ? null : await readInside(folder, place);
    if (place === undefined || text === null) continue;
    const stated = statement(component, place, repositoryOf(text), fundingOf(text));
    if (stated !== null) found.push(stated);
  }
  return found;
}

/** Package key → path of its METADATA. */
async function installedPlaces(folder: string): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const environment of [".venv", "venv"]) {
    const libraries = await readdir(join(folder, environment, "lib")).catch(() => []);
    const packages = libraries
      .map((library) => `${environment}/lib/${library}/site-packages`)
      .concat(`${environment}/Lib/site-packages`);
    for (const site of packages) {
      for (const entry of await readdir(join(folder, site)).catch(() => [])) {
        const name = /^(.+?)-[^-]+\.dist-info$/.exec(entry)?.[1];
        if (name !== undefined) places.set(packageKey(`pkg:pypi/${name}`), `${site}/${entry}/METADATA`);
      }
    }
  }
  return places;
}

/** The link that is called source or repository; else any that leads to a repository. */
function repositoryOf(metadata: string): string | null {
  const links = linksOf(metadata);
  const named = links.find(
    ({ label, url }) =>
      /^(?:source|source code|repository|code|github|gitlab|git)$/i.test(label) &&
      repositorySlug(url) !== null,
  );
  const any = links.find(({ label, url }) => !isFunding(label) && repositorySlug(url) !== null);
  return (named ?? any)?.url ?? null;
}

function fundingOf(metadata: string): string[] {
  return linksOf(metadata)
    .filter(({ label }) => isFunding(label))
    .map(({ url }) => url);
}

function isFunding(label: string): boolean {
  return /^(?:funding|sponsors?|sponsoring|donate|donation|donations|tidelift)$/i.test(label);
}

function linksOf(metadata: string): { readonly label: string; readonly url: string }[] {
  // The description follows the first empty line and may quote anything.
  const [head = ""] = metadata.split(/\r?\n\r?\n/, 1);
  return head.split(/\r?\n/).flatMap((line) => {
    const link = /^Project-URL:\s*([^,]+?)\s*,\s*(\S+)/i.exec(line);
    if (link !== null) return [{ label: link[1] ?? "", url: link[2] ?? "" }];
    const home = /^Home-page:\s*(\S+)/i.exec(line);
    return home === null ? [] : [{ label: "home", url: home[1] ?? "" }];
  });
}
