import { perform, type Runtime } from "@headwater/operations/operation";
import { applyUpload } from "@headwater/operations/uploads/apply";
import { jobActor } from "../actor.ts";
import { payloads } from "../payload.ts";

/** A job that every try failed, as the queue hands it over. */
export interface DeadLetter {
  readonly sourceName: string | null;
  readonly data: unknown;
}

/**
 * Ends what waited for a job that will not come: an upload is refused in words, so that nobody watches it being
 * processed for ever. Other jobs leave nothing that waits.
 */
export async function settleDeadLetter(runtime: Runtime, letter: DeadLetter): Promise<void> {
  if (letter.sourceName !== "process-upload") return;
  const payload = payloads["process-upload"].safeParse(letter.data);
  // Names no upload, so there is none to refuse; the letter itself stays for whoever looks into it.
  if (!payload.success) return;
  const { organizationId, uploadId } = payload.data;
  await perform(applyUpload, runtime, jobActor("dead-letter", organizationId), {
    id: uploadId,
    parsed: {
      kind: "refused",
      refusal: {
        code: "processing-failed",
        message:
          "The server failed each time that it tried to read this file. Upload it again; if that fails too, give the server's log to whoever runs it.",
        where: null,
      },
    },
    statements: [],
  });
}
