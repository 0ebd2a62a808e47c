/** `line 3, column 14` of an offset, both from 1; the column counts UTF-16 units. */
export function placeAt(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return `line ${line}, column ${offset - lineStart + 1}`;
}

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

type Awaited = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/** Where and why a text is no JSON (RFC 8259). For texts that JSON.parse has refused; iterative, so depth costs nothing. */
export function findFault(text: string): Fault {
  const open: ("object" | "array")[] = [];
  let awaited: Awaited = "value";
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const char = text.charAt(at);
    const step = takeToken(text, at, char, awaited, open);
    if (typeof step !== "number") return step;
    awaited = nextAwaited(char, awaited, open);
    at = skipSpace(text, step);
  }
  return {
    offset: text.length,
    message: awaited === "nothing" ? "it could not be read" : "it ends too early",
  };
}

/** Offset after the token at `at`, where that token may stand there; else the fault. Keeps the stack of open containers. */
function takeToken(
  text: string,
  at: number,
  char: string,
  awaited: Awaited,
  open: ("object" | "array")[],
): number | Fault {
  if (awaited === "nothing") return { offset: at, message: "something follows after its end" };
  if (awaited === "colon") return char === ":" ? at + 1 : { offset: at, message: "a colon is missing" };
  if (awaited === "comma-or-end") {
    if (char === ",") return at + 1;
    return closes(char, open) ? at + 1 : { offset: at, message: "a comma or a closing bracket is missing" };
  }
  if (awaited === "key" || awaited === "key-or-end") {
    if (awaited === "key-or-end" && closes(char, open)) return at + 1;
    return char === '"'
      ? endOfString(text, at)
      : { offset: at, message: "a name in double quotes is missing" };
  }
  if (awaited === "value-or-end" && closes(char, open)) return at + 1;
  return endOfValue(text, at, char, open);
}

function closes(char: string, open: ("object" | "array")[]): boolean {
  const innermost = open.at(-1);
  if ((char === "}" && innermost === "object") || (char === "]" && innermost === "array")) {
    open.pop();
    return true;
  }
  return false;
}

function endOfValue(text: string, at: number, char: string, open: ("object" | "array")[]): number | Fault {
  if (char === "{" || char === "[") {
    open.push(char === "{" ? "object" : "array");
    return at + 1;
  }
  if (char === '"') return endOfString(text, at);
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : { offset: at, message: "a value is missing" };
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function nextAwaited(char: string, awaited: Awaited, open: readonly ("object" | "array")[]): Awaited {
  if (awaited === "key" || (awaited === "key-or-end" && char === '"')) return "colon";
  if (awaited === "colon") return "value";
  if (awaited === "comma-or-end" && char === ",") return open.at(-1) === "object" ? "key" : "value";
  if (char === "{") return "key-or-end";
  if (char === "[") return "value-or-end";
  return open.length === 0 ? "nothing" : "comma-or-end";
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at += 1;
  return at;
}

function endOfString(text: string, start: number): number | Fault {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < " ") return { offset: at, message: "a control character stands in a string" };
    if (char !== "\\") continue;
    escape.lastIndex = at;
    if (!escape.test(text)) return { offset: at, message: "an escape is not known" };
    at = escape.lastIndex - 1;
  }
  return { offset: start, message: "a string is not closed" };
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
