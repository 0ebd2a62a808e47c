import { Refused, requireStorable } from "@headwater/operations/operation";
import { jsonObject, textBody } from "./json.ts";

const LARGEST_FORM = 100_000;

/** A short form: its JSON object, and the text that it came as. */
export async function formText(
  request: Request,
): Promise<{ readonly text: string; readonly given: Record<string, unknown> }> {
  const text = await textBody(
    request,
    LARGEST_FORM,
    () => new Refused("too-large", "The body is larger than 100 kB."),
  );
  const given = jsonObject(text);
  requireStorable(given);
  return { text, given };
}
