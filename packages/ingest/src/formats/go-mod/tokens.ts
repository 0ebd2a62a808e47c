/** One line of a go.mod: its words, and the comment that ends it without the slashes. Null: a string is not closed. */
export interface Line {
  readonly words: readonly string[];
  readonly comment: string;
}

/** Words are bare, in double quotes with escapes or in back quotes without; `//` begins a comment at the start of a word only. */
export function tokensOf(line: string): Line | null {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === " " || char === "\t" || char === "\r") at++;
    else if (line.startsWith("//", at)) return { words, comment: line.slice(at + 2).trim() };
    else if (char === '"' || char === "`") {
      const quoted = char === "`" ? rawString(line, at) : escapedString(line, at);
      if (quoted === null) return null;
      words.push(quoted.text);
      at = quoted.end;
    } else if (char === "(" || char === ")") {
      words.push(char);
      at++;
    } else {
      const end = endOfWord(line, at);
      words.push(line.slice(at, end));
      at = end;
    }
  }
  return { words, comment: "" };
}

function endOfWord(line: string, start: number): number {
  let end = start;
  while (end < line.length && !" \t\r()".includes(line.charAt(end)) && !line.startsWith("//", end)) end++;
  return end;
}

function rawString(line: string, start: number): { text: string; end: number } | null {
  const close = line.indexOf("`", start + 1);
  return close === -1 ? null : { text: line.slice(start + 1, close), end: close + 1 };
}

function escapedString(line: string, start: number): { text: string; end: number } | null {
  let text = "";
  for (let at = start + 1; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"') return { text, end: at + 1 };
    if (char === "\\") at++;
    text += line.charAt(at);
  }
  return null;
}
