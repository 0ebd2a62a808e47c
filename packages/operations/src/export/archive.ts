import { Zip, ZipDeflate } from "fflate";
import { createHash } from "node:crypto";

export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A zip that is written while it is read: what is put in comes out at once, and nothing is held back but the list of files. */
export interface Archive {
  /** Adds a file in pieces; resolves when its bytes were taken. */
  readonly add: (
    path: string,
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => Promise<ArchivedFile>;
  readonly finish: () => Promise<void>;
}

export function zipInto(take: (bytes: Uint8Array) => Promise<void>): Archive {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else ready.push(bytes);
  });
  const drain = async () => {
    if (failure !== null) throw failure;
    for (const bytes of ready.splice(0)) await take(bytes);
  };
  return {
    async add(path, pieces) {
      const file = new ZipDeflate(path, { level: 6 });
      const hash = createHash("sha256");
      let bytes = 0;
      zip.add(file);
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        // The archive keeps what it is given: a copy, so that the caller may use its buffer again.
        file.push(piece.slice(), false);
        await drain();
      }
      file.push(new Uint8Array(0), true);
      await drain();
      return { path, bytes, sha256: hash.digest("hex") };
    },
    async finish() {
      zip.end();
      await drain();
    },
  };
}
