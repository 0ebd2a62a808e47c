import { parseJson } from "@headwater/ingest/json";
import { Refused } from "@headwater/operations/operation";
import { bytesOf } from "./bytes.ts";

/** The body's JSON object. Refuses what is none with the line and column of the fault. */
export function jsonObject(text: string): Record<string, unknown> {
  const parsed = parseJson(text);
  if (parsed.kind === "refused")
    throw new Refused(
      "bad-request",
      `The body cannot be read at ${parsed.refusal.where ?? "its start"}: ${parsed.refusal.message.replace("The file", "it")}`,
    );
  // Characters that cannot be stored are refused later, by the name of their field.
  const value: unknown = parsed.replacedCharacters === 0 ? parsed.value : JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refused("bad-request", "The body has to be a JSON object.");
}

/** The body as text, at most `largest` bytes of it. */
export async function textBody(request: Request, largest: number, refuse: () => Refused): Promise<string> {
  const bytes = await bytesOf(request, largest, refuse);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("bad-request", "The body is not UTF-8 text.");
  }
}
