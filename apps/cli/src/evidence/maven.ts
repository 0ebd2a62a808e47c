import type { PackageStatement } from "@headwater/contract/products";
import { parsePurl } from "@headwater/domain/package";
import { readInside } from "../inventories/beside.ts";
import { statement, type Asked } from "./statement.ts";

/** `<scm>` of the pom files in Maven's local repository. What a parent pom states is not looked up. */
export async function mavenStatements({
  components,
  environment,
}: Asked): Promise<readonly PackageStatement[]> {
  const found: PackageStatement[] = [];
  for (const component of components) {
    const purl = parsePurl(component.purl ?? "");
    if ("error" in purl || purl.namespace === null || purl.version === null) continue;
    const path = `${purl.namespace.replaceAll(".", "/")}/${purl.name}/${purl.version}/${purl.name}-${purl.version}.pom`;
    const pom = await readInside(environment.mavenRepository, path);
    const stated = pom === null ? null : statement(component, path, repositoryOf(pom), []);
    if (stated !== null) found.push(stated);
  }
  return found;
}

/** The address for people, else the one for checkouts; one with a property in it (`${…}`) says nothing by itself. */
function repositoryOf(pom: string): string | null {
  const scm = /<scm(?:\s[^>]*)?>([\s\S]*?)<\/scm>/.exec(pom.replaceAll(/<!--[\s\S]*?-->/g, ""))?.[1] ?? "";
  const addresses = ["url", "connection", "developerConnection"].map(
    (tag) => new RegExp(`<${tag}>\\s*([^<\\s]+)\\s*</${tag}>`).exec(scm)?.[1],
  );
  return addresses.find((address) => address !== undefined && !address.includes("${")) ?? null;
}
