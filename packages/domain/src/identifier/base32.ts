const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
const LENGTH = 26;

/** 16 bytes as 26 characters, most significant first, so that text order is byte order. */
export function base32FromBytes(bytes: Uint8Array): string {
  let text = "";
  let pending = 0;
  // 26 characters hold 130 bits; the two extra ones lead, as zeros.
  let pendingBits = 2;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      text += ALPHABET.charAt((pending >> pendingBits) & 31);
      pending &= (1 << pendingBits) - 1;
    }
  }
  return text;
}

/** Null unless the text is what base32FromBytes writes for some 16 bytes. */
export function bytesFromBase32(text: string): Uint8Array | null {
  // The first character carries three bits; above 7 the value would not fit into 128.
  if (text.length !== LENGTH || text.charAt(0) > "7") return null;
  const bytes = new Uint8Array(16);
  let pending = 0;
  let pendingBits = -2;
  let filled = 0;
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
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
