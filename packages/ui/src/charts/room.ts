/**
 * How much room words take. A drawing is laid out before anything is measured, on the server too, so the width is
 * estimated from the mean widths of Source Sans 3, a little too large rather than too small.
 */
const NARROW = /[.,:;'|!ijltfI()\s·]/;
const WIDE = /[mwMWABCDGHKNOQRUVXY%—…]/;

/** Roughly the width in pixels of words at that size. */
export function roughWidth(words: string, size = 12): number {
  let ems = 0;
  for (const letter of words) ems += letterWidth(letter);
  return Math.ceil(ems * size);
}

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 0.29;
  return WIDE.test(letter) ? 0.66 : 0.52;
}

const AXIS_SIZE = 11.7;

/** The room left of an upright axis for its words, at least 36 px, so that most drawings begin on one line. */
export function axisRoom(words: readonly string[]): number {
  return Math.max(36, ...words.map((word) => roughWidth(word, AXIS_SIZE) + 10));
}

/** The words, or as many of their letters as there is room for, with `…`; nothing when not even two fit. */
export function shortened(words: string, room: number, size = 12): string {
  if (roughWidth(words, size) <= room) return words;
  const letters = Array.from(words);
  while (letters.length > 2) {
    letters.pop();
    const short = `${letters.join("").trimEnd()}…`;
    if (roughWidth(short, size) <= room) return short;
  }
  return "";
}
