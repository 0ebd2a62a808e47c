import { describe, expect, it } from "vitest";
import { childNode, childNodes } from "../lint/rule.ts";
import type { SyntaxNode } from "../lint/rule.ts";
import { repositoryRoot } from "../repository/root.ts";
import { isTest, readTree } from "../tidy/repository.ts";
import { parsedSources, walk } from "../tidy/syntax.ts";

// What is safe because it is not there, or in few places that somebody has looked at. Who adds a place looks at it first.

/** What is shipped: no tests, no tools. */
const shipped = parsedSources(readTree(repositoryRoot))
  .filter(
    ({ path }) =>
      /^(apps|packages)\/\w+\/src\//.test(path) &&
      !/^packages\/tooling\/|\/journeys\//.test(path) &&
      !isTest(path),
  )
  .map(({ path, program }) => ({ path, nodes: nodesOf(program) }));

/** The files that hold such a node, in order. */
function filesWith(holds: (node: SyntaxNode) => boolean, under = /^/): readonly string[] {
  return shipped.filter(({ path, nodes }) => under.test(path) && nodes.some(holds)).map(({ path }) => path);
}

function nodesOf(program: SyntaxNode): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  walk(program, (node) => {
    nodes.push(node);
    return undefined;
  });
  return nodes;
}

const nameOf = (node: SyntaxNode | null): string => {
  const name = node?.["name"];
  return typeof name === "string" ? name : "";
};
const isName = (names: RegExp) => (node: SyntaxNode) =>
  node.type === "Identifier" && names.test(nameOf(node));
/** `object.property`; also of something that is called or written to. */
const isMember = (object: RegExp, property: RegExp) => (node: SyntaxNode) =>
  node.type === "MemberExpression" &&
  object.test(nameOf(childNode(node, "object"))) &&
  property.test(nameOf(childNode(node, "property")));
const isMade = (names: RegExp) => (node: SyntaxNode) =>
  (node.type === "CallExpression" || node.type === "NewExpression") &&
  names.test(nameOf(childNode(node, "callee")));
/** What a node imports from; empty where it imports nothing. */
const sourceOf = (node: SyntaxNode): string => {
  const source = childNode(node, "source")?.["value"];
  return typeof source === "string" ? source : "";
};
const isImported = (modules: RegExp) => (node: SyntaxNode) => modules.test(sourceOf(node));
const either =
  (...holds: readonly ((node: SyntaxNode) => boolean)[]) =>
  (node: SyntaxNode) =>
    holds.some((one) => one(node));

describe("the sources", () => {
  it("are all that is shipped", () => {
    expect(shipped.length).toBeGreaterThan(300);
    expect(shipped.some(({ path }) => path === "apps/api/src/app.ts")).toBe(true);
  });

  it("run no text as code", () => {
    expect(filesWith(either(isMade(/^(eval|Function)$/), isImported(/^(node:)?vm$/)))).toEqual([]);
  });

  it("put no text into a page as HTML", () => {
    const html = /^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/;
    const attribute = (node: SyntaxNode) =>
      node.type === "JSXAttribute" && html.test(nameOf(childNode(node, "name")));
    expect(filesWith(either(isMember(/^/, html), isMember(/^document$/, /^write(ln)?$/), attribute))).toEqual(
      [],
    );
  });

  it("start other programs in few places, and none through a shell", () => {
    const programs = isImported(/^(node:)?child_process$/);
    const places = filesWith(programs);
    expect(places).toEqual([
      "apps/cli/src/evidence/go.ts",
      "packages/db/src/launcher/initialise.ts",
      "packages/db/src/launcher/processes.ts",
      "packages/db/src/launcher/run.ts",
    ]);
    const starters = shipped
      .filter(({ path }) => places.includes(path))
      .flatMap(({ nodes }) => nodes.filter(programs))
      .flatMap((node) => childNodes(node, "specifiers").map((one) => nameOf(childNode(one, "imported"))));
    expect([...new Set(starters)].toSorted()).toEqual(["execFile", "spawn"]);
    const shell = (node: SyntaxNode) =>
      node.type === "Property" && nameOf(childNode(node, "key")) === "shell";
    expect(filesWith(shell)).toEqual([]);
  });

  it("ask nothing of other servers", () => {
    const asks = either(
      isMade(/^(fetch|XMLHttpRequest|WebSocket|EventSource)$/),
      isImported(/^((node:)?(http2|tls|dgram)|undici|axios|got|ws)$/),
      // Types and the server's own door ask nobody.
      (node) =>
        isImported(/^(node:)?https?$/)(node) &&
        childNodes(node, "specifiers").some(
          (one) => !/^[A-Z]|^createServer$/.test(nameOf(childNode(one, "imported"))),
        ),
      isMember(/^navigator$/, /^sendBeacon$/),
    );
    // The page and its service worker ask the address that they came from; the command line asks the server that its
    // user has named.
    expect(filesWith(asks)).toEqual([
      "apps/cli/src/server/client.ts",
      "apps/web/src/server.ts",
      "apps/web/src/sw.ts",
    ]);
  });

  it("use SHA-256 and nothing weaker", () => {
    const hashes = shipped
      .flatMap(({ nodes }) => nodes.filter(isMade(/^create(Hash|Hmac)$/)))
      .map((node) => childNodes(node, "arguments")[0]?.["value"]);
    expect(hashes.length).toBeGreaterThan(5);
    expect([...new Set(hashes)]).toEqual(["sha256"]);
  });

  it("take cryptography from Node and the authentication library", () => {
    const modules = shipped
      .flatMap(({ nodes }) => nodes.map(sourceOf))
      .filter(
        (name) => /crypt|argon|jose|jsonwebtoken|forge|noble|hash|auth/.test(name) && !/^[.@]/.test(name),
      );
    expect([...new Set(modules)].toSorted()).toEqual([
      "better-auth",
      "better-auth/adapters/drizzle",
      "node:crypto",
    ]);
  });

  it("draw nothing from Math.random", () => {
    expect(filesWith(isMember(/^Math$/, /^random$/))).toEqual([]);
  });

  it("keep nothing in the browser but how the page is set and what waits to be sent", () => {
    const kept = either(
      isName(/^(localStorage|sessionStorage|indexedDB)$/),
      isMember(/^document$/, /^cookie$/),
    );
    // The theme, the language, the density, whether single keys act and are shown, and the columns of a table.
    const settings = ["density", "key-line", "keys", "language", "theme"].map(
      (name) => `apps/web/src/frame/${name}.ts`,
    );
    // What somebody has logged without a network, until it is sent.
    const waiting = "apps/web/src/frame/outbox-store.ts";
    const allowed = [...settings, "packages/ui/src/components/ledger/layout.ts", waiting];
    expect(filesWith(kept).filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it("put into SQL only texts of our own", () => {
    // In packages/db they are names of schemas and roles. Here: the export's column names and row count, the names of the two ledgers, and a sum that two questions share: none of them comes from a request.
    expect(filesWith(isMember(/^sql$/, /^(raw|identifier)$/), /^(apps|packages\/operations)\//)).toEqual([
      "packages/operations/src/export/rows.ts",
      "packages/operations/src/needs/giving-needs.ts",
      "packages/operations/src/why/ledger-rows.ts",
    ]);
  });

  it("make regular expressions of our own texts only", () => {
    // In the page it is made of a point or a comma, for the names of packages of sets of letters that stand beside it.
    expect(filesWith(isMade(/^RegExp$/))).toEqual([
      "apps/cli/src/evidence/maven.ts",
      "apps/web/src/pages/giving/typed-amount.ts",
      "packages/domain/src/package/name.ts",
    ]);
  });

  it("open no file by a name that a request carries", () => {
    // The files of the built page have names that are asked for, and those are looked up inside of its folder; the
    // demo reads every file of one folder of its own.
    const answering = /^(apps\/api\/src\/(auth|rest|routers|security|serve)|packages\/operations)\//;
    expect(filesWith(isImported(/^(node:)?fs(\/promises)?$/), answering)).toEqual([
      "apps/api/src/serve/static.ts",
      "packages/operations/src/demo/inventories.ts",
    ]);
  });
});
