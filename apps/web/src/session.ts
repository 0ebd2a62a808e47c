/**
 * Who is signed in at this browser, and its end. A session can end while a page is open: by time, by a sign-out in
 * another window, or because somebody revoked it. Then the page leads to the sign-in and comes back to where it was.
 */
import { queryClient, sessionQuery } from "./queries.ts";
import { server, whenSignedOut } from "./server.ts";

/** Called when somebody has signed in or out; `samePerson` when it is the one whose session had ended here. */
type SessionListener = (samePerson: boolean) => void;

const listeners = new Set<SessionListener>();
let endedFor = "";

/** For what outlives a page, such as files on their way: it goes on with the same person, and never passes to another. */
export function onSession(listener: SessionListener): void {
  listeners.add(listener);
}

/** The e-mail of the person whose session ended while a page was open; else empty. */
export function emailOfEndedSession(): string {
  return endedFor;
}

/** Calls `leadToSignIn` once for each session that ends while a page is open. */
export function watchSession(leadToSignIn: () => void): void {
  whenSignedOut(() => {
    const session = queryClient.getQueryData(sessionQuery.queryKey);
    if (session === null || session === undefined) return;
    endedFor = session.email;
    queryClient.setQueryData(sessionQuery.queryKey, null);
    leadToSignIn();
  });
}

/** Throws a Refusal where e-mail and password do not belong together. */
export async function signIn(email: string, password: string): Promise<void> {
  await server.signIn(email, password);
  changed(endedFor !== "" && email.trim().toLowerCase() === endedFor.toLowerCase());
}

export async function signOut(): Promise<void> {
  await server.signOut();
  changed(false);
}

function changed(samePerson: boolean): void {
  endedFor = "";
  queryClient.clear();
  for (const listener of listeners) listener(samePerson);
}
