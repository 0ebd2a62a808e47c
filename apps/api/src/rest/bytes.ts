import type { Refused } from "@headwater/operations/operation";

/** The body, read until it is over the limit and no further. */
export async function bytesOf(request: Request, limit: number, refuse: () => Refused): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) throw refuse();
  if (request.body === null) return new Uint8Array();
  // Each part goes to its place as it comes: to put all together at the end would make others wait.
  let bytes = new Uint8Array(announced > 0 ? announced : 65_536);
  let length = 0;
  const body: ReadableStream<Uint8Array> = request.body;
  for await (const part of body) {
    if (length + part.byteLength > limit) throw refuse();
    if (length + part.byteLength > bytes.byteLength) {
      const wider = new Uint8Array(2 * (length + part.byteLength));
      wider.set(bytes.subarray(0, length));
      bytes = wider;
    }
    bytes.set(part, length);
    length += part.byteLength;
  }
  return length === bytes.byteLength ? bytes : bytes.slice(0, length);
}
