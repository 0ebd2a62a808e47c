import { z } from "zod";

export interface ShownAnswer {
  readonly answer: Response;
  /** Whom it is about, where it is about somebody. */
  readonly userId: string | null;
}

const Answered = z
  .object({ user: z.object({ id: z.string(), address: z.string().nullish() }).loose() })
  .loose();

/**
 * An answer of the authentication library as it may be shown: without the session's token, which the library tells beside its
 * cookie where scripts could read it, and with the address that the user typed in place of the e-mail that is kept unique.
 */
export async function shownAnswer(answer: Response): Promise<ShownAnswer> {
  if (answer.headers.get("content-type")?.startsWith("application/json") !== true)
    return { answer, userId: null };
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  const told: unknown = JSON.parse(await answer.text(), (key, value: unknown) =>
    key === "token" ? undefined : value,
  );
  const parsed = Answered.safeParse(told);
  if (!answer.ok || !parsed.success)
    return { answer: jsonAnswer(told, answer.status, headers), userId: null };
  const { address, ...user } = parsed.data.user;
  const shown = {
    ...parsed.data,
    user: { ...user, ...(typeof address === "string" ? { email: address } : {}) },
  };
  return { answer: jsonAnswer(shown, answer.status, headers), userId: user.id };
}

function jsonAnswer(value: unknown, status: number, headers: Headers): Response {
  return new Response(JSON.stringify(value), { status, headers });
}
