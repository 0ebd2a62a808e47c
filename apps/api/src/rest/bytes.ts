import type { Refused } from "@headwater/operations/operation";

/** The body, read until it is over the limit and no further. */
export async function bytesOf(request: Request, limit: number, refuse: () => Refused): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw refuse();
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const body: ReadableStream<Uint8Array> = request.body;
  for await (const part of body) {
    length += part.byteLength;
    if (length > limit) throw refuse();
    parts.push(part);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
