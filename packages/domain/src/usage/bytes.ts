/** Appends whole numbers and text to a growing buffer. Numbers are little-endian base 128 (LEB128), so small ones take a byte. */
export interface ByteWriter {
  byte(value: number): void;
  /** 0 to 2³² − 1. */
  count(value: number): void;
  /** −2³¹ to 2³¹ − 1, zigzag, so that small negative numbers are short too. */
  signed(value: number): void;
  /** UTF-16 code units, so that even a lone surrogate comes back as it was. ASCII takes a byte each. */
  text(value: string): void;
  bytes(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  const byte = (value: number): void => {
    if (length === buffer.length) {
      const wider = new Uint8Array(buffer.length * 2);
      wider.set(buffer);
      buffer = wider;
    }
    buffer[length] = value;
    length += 1;
  };
  const count = (value: number): void => {
    let rest = value >>> 0;
    while (rest > 127) {
      byte((rest & 127) | 128);
      rest >>>= 7;
    }
    byte(rest);
  };
  return {
    byte,
    count,
    signed: (value) => count((value << 1) ^ (value >> 31)),
    text: (value) => {
      count(value.length);
      for (let at = 0; at < value.length; at += 1) count(value.charCodeAt(at));
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** Reads what a ByteWriter wrote. Past the end every number is 0 and `exhausted` turns true; nothing throws. */
export interface ByteReader {
  byte(): number;
  count(): number;
  signed(): number;
  text(): string;
  /** A count of entries that follow, of a byte or more each; more than there is room for counts as exhausted, and is 0. */
  entries(): number;
  /** True when more was asked for than there is. */
  exhausted(): boolean;
  /** True when all was read, and no more. */
  finished(): boolean;
}

export function byteReader(buffer: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = buffer[at] ?? 0;
    at += 1;
    return value;
  };
  const count = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const part = byte();
      value |= (part & 127) << shift;
      if (part < 128) break;
    }
    return value >>> 0;
  };
  const entries = (): number => {
    const announced = count();
    if (announced <= buffer.length - at) return announced;
    at = buffer.length + 1;
    return 0;
  };
  return {
    byte,
    count,
    entries,
    signed: () => {
      const zigzag = count();
      return (zigzag >>> 1) ^ -(zigzag & 1);
    },
    text: () => {
      const length = entries();
      const units: string[] = [];
      for (let n = 0; n < length; n += 1) units.push(String.fromCharCode(count()));
      return units.join("");
    },
    exhausted: () => at > buffer.length,
    finished: () => at === buffer.length,
  };
}
