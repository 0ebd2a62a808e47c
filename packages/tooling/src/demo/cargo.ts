import { type Age, compareVersions, reachable } from "./age.ts";

interface Block {
  readonly name: string;
  readonly version: string;
  readonly member: boolean;
  readonly head: string;
  readonly needs: readonly string[];
}

/** An earlier Cargo.lock: members of the workspace without some of their dependencies, and older versions that the file holds. */
export function earlierCargoLock(text: string, age: Age): string {
  const [preamble = "", ...parts] = text.split(/\n(?=\[\[package\]\]\n)/);
  const blocks = parts.map(blockOf);
  const byName = Map.groupBy(blocks, ({ name }) => name);
  const at = (need: string): Block | undefined => {
    const [name = "", version] = need.split(" ");
    const named = byName.get(name) ?? [];
    return named.find((block) => block.version === version) ?? (version === undefined ? named[0] : undefined);
  };
  const chosen = (block: Block): Block => {
    const released = (byName.get(block.name) ?? []).filter(({ member }) => !member);
    const [first, newest] = [
      released,
      released.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1),
    ];
    const [oldest] = first.toSorted((a, b) => compareVersions(a.version, b.version));
    return block === newest && oldest !== undefined && age.isOlder(block.name) ? oldest : block;
  };
  const needsOf = (block: Block): readonly Block[] =>
    block.needs.flatMap((need) => {
      const found = at(need);
      if (found === undefined || (block.member && !found.member && !age.has(found.name))) return [];
      return [chosen(found)];
    });
  const kept = reachable(blocks.filter(({ member }) => member).map(keyOf), (key) =>
    at(key) === undefined ? [] : needsOf(at(key) ?? missing(key)).map(keyOf),
  );
  const left = blocks.filter((block) => kept.has(keyOf(block)));
  const count = new Map([...Map.groupBy(left, ({ name }) => name)].map(([name, all]) => [name, all.length]));
  const printed = left.map((block) => {
    const needs = [...new Set(needsOf(block))].map((need) =>
      count.get(need.name) === 1 ? need.name : keyOf(need),
    );
    const list =
      needs.length === 0 ? "" : `dependencies = [\n${needs.map((need) => ` "${need}",\n`).join("")}]\n`;
    return `${block.head}${list}`;
  });
  return [preamble, ...printed].join("\n");
}

function blockOf(text: string): Block {
  const field = (name: string): string => new RegExp(`^${name} = "(.*)"$`, "m").exec(text)?.[1] ?? "";
  const list = /^dependencies = \[\n([^\]]*)\]\n?/m.exec(text);
  return {
    name: field("name"),
    version: field("version"),
    member: field("source") === "",
    head: list === null ? `${text.trimEnd()}\n` : text.slice(0, list.index),
    needs: [...(list?.[1] ?? "").matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""),
  };
}

function keyOf({ name, version }: Block): string {
  return `${name} ${version}`;
}

function missing(key: string): never {
  throw new Error(`${key} is not in the file`);
}
