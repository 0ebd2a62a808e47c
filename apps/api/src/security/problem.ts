import type { ProblemDocument } from "@headwater/contract/problem";
import { asUnavailable } from "@headwater/db";
import { Refused } from "@headwater/operations/operation";

export interface ProblemAnswer {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  410: "Gone",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Unsupported media type",
  422: "Cannot be accepted",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
};

/** RFC 9457. `code` is what clients act on; `detail` says what to do; nothing of the inside is shown. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors?: ProblemDocument["errors"],
): ProblemDocument {
  return {
    type: `urn:headwater:problem:${code}`,
    title: titles[status] ?? "Refused",
    status,
    code,
    detail,
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
}

/** A problem document as an answer. */
export function problemResponse(
  document: ProblemDocument,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { "Content-Type": "application/problem+json", ...headers },
  });
}

/** The one place where an error becomes an answer. What cannot happen is logged with its stack and answered without. */
export function problemOf(error: unknown, log: (error: unknown) => void): ProblemAnswer {
  if (error instanceof Refused) {
    const headers: Record<string, string> =
      error.retryAfterSeconds === null ? {} : { "Retry-After": String(error.retryAfterSeconds) };
    return { document: problem(error.status, error.code, error.message, [...error.fields]), headers };
  }
  const unavailable = asUnavailable(error);
  if (unavailable !== null)
    return {
      document: problem(
        503,
        "database-unavailable",
        "The database does not answer. Nothing was changed; try again in a moment.",
      ),
      headers: { "Retry-After": String(unavailable.retryAfterSeconds) },
    };
  log(error);
  return {
    document: problem(
      500,
      "internal-error",
      "Something went wrong here, and nothing was changed. The server's log says more.",
    ),
    headers: {},
  };
}
