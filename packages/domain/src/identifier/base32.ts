const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 26;
const NO_DIGIT = 255;

/** Character code of each value of five bits. */
const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));
/** Value of each character code below 128. */
const VALUES = new Uint8Array(128).fill(NO_DIGIT);
for (const [value, code] of CODES.entries()) VALUES[code] = value;

/** 16 bytes as 26 characters, most significant first, so that text order is byte order. */
export function base32FromBytes(bytes: Uint8Array): string {
  const codes: number[] = [];
  let pending = 0;
  // 26 characters hold 130 bits; the two extra ones lead, as zeros.
  let pendingBits = 2;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      codes.push(CODES[(pending >> pendingBits) & 31] ?? 0);
    }
    pending &= (1 << pendingBits) - 1;
  }
  // One string at once: put together from characters it would be a chain of pieces that each use has to walk.
  return String.fromCharCode(...codes);
}

/** Null unless the text is what base32FromBytes writes for some 16 bytes. */
export function bytesFromBase32(text: string): Uint8Array | null {
  // The first character carries three bits; above 7 the value would not fit into 128.
  if (text.length !== LENGTH || text.charAt(0) > "7") return null;
  const bytes = new Uint8Array(16);
  let pending = 0;
  let pendingBits = -2;
  let filled = 0;
  for (let place = 0; place < LENGTH; place += 1) {
    const value = VALUES[text.charCodeAt(place)] ?? NO_DIGIT;
    if (value === NO_DIGIT) return null;
    pending = (pending << 5) | value;
    pendingBits += 5;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[filled] = pending >> pendingBits;
      filled += 1;
      pending &= (1 << pendingBits) - 1;
    }
  }
  return bytes;
}
