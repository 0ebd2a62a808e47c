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

export function uuidFromBytes(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Null unless the text is 8-4-4-4-12 hexadecimal digits. */
export function bytesFromUuid(uuid: string): Uint8Array | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(uuid)) return null;
  const hex = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
