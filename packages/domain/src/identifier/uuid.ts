const MAX_MILLIS = 2 ** 48 - 1;
const RANDOM_BYTES = 10;

/** RFC 9562, section 5.7: 48 bits of epoch milliseconds, version, 12 random bits, variant, 62 random bits. */
export function uuidV7(millis: number, random: Uint8Array): Uint8Array {
  if (!Number.isInteger(millis) || millis < 0 || millis > MAX_MILLIS)
    throw new RangeError("time outside of UUIDv7");
  if (random.length !== RANDOM_BYTES) throw new RangeError(`UUIDv7 takes ${RANDOM_BYTES} random bytes`);
  const bytes = new Uint8Array(16);
  let rest = millis;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const NO_DIGIT = 255;
/** Value of each character code of a hexadecimal digit, upper and lower case. */
const DIGITS = new Uint8Array(128).fill(NO_DIGIT);
for (const [value, digit] of Array.from("0123456789abcdef").entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}
/** Where the two digits of each byte begin in 8-4-4-4-12 digits. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const HYPHENS = [8, 13, 18, 23];

export function uuidFromBytes(bytes: Uint8Array): string {
  const hex = (from: number, until: number): string => {
    let text = "";
    for (let place = from; place < until; place += 1) text += HEX[bytes[place] ?? 0] ?? "";
    return text;
  };
  return `${hex(0, 4)}-${hex(4, 6)}-${hex(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`;
}

/** Null unless the text is 8-4-4-4-12 hexadecimal digits. */
export function bytesFromUuid(uuid: string): Uint8Array | null {
  if (uuid.length !== 36 || HYPHENS.some((place) => uuid.charAt(place) !== "-")) return null;
  const bytes = new Uint8Array(16);
  let index = 0;
  for (const place of PLACES) {
    const high = DIGITS[uuid.charCodeAt(place)] ?? NO_DIGIT;
    const low = DIGITS[uuid.charCodeAt(place + 1)] ?? NO_DIGIT;
    if (high === NO_DIGIT || low === NO_DIGIT) return null;
    bytes[index] = high * 16 + low;
    index += 1;
  }
  return bytes;
}
