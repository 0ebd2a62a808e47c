import { Button, Failure, Field } from "@headwater/ui/components";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { createSignal, onMount, Show } from "solid-js";
import { Refusal } from "../../server.ts";
import { emailOfEndedSession, signIn } from "../../session.ts";
import { textOf } from "./form.ts";
import { Entrance } from "./Entrance.tsx";

export function SignIn() {
  const search = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const [refused, setRefused] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const knownEmail = emailOfEndedSession();

  let form!: HTMLFormElement;
  onMount(() => {
    const first = form.elements.namedItem(knownEmail === "" ? "email" : "password");
    if (first instanceof HTMLInputElement) first.focus();
  });

  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    setBusy(true);
    setRefused(null);
    try {
      await signIn(textOf(values, "email"), textOf(values, "password"));
      await navigate({ href: search().next ?? "/projects", replace: true });
    } catch (error) {
      setRefused(sentenceFor(error));
    }
    setBusy(false);
  };

  return (
    <Entrance
      sentence="What we take from open source, what we give back, and whether the two match."
      lede="One ledger for the projects that our products stand on."
    >
      <h1>Sign in</h1>
      <form
        ref={(element) => {
          form = element;
        }}
        onSubmit={(event) => void submit(event)}
      >
        <Show when={refused()}>
          {(sentence) => <Failure title="You are not signed in">{sentence()}</Failure>}
        </Show>
        <Show when={search().ended === true && refused() === null}>
          <p class="note" role="status">
            Your session has ended. Sign in, and you are back where you were; nothing is lost.
          </p>
        </Show>
        <Field label="E-mail" name="email" type="email" autocomplete="username" value={knownEmail} required />
        <Field label="Password" name="password" type="password" autocomplete="current-password" required />
        <Button kind="primary" type="submit" disabled={busy()}>
          Sign in <kbd>Enter</kbd>
        </Button>
      </form>
    </Entrance>
  );
}

/** The same sentence for a wrong e-mail and a wrong password: which of the two was wrong is nobody's business. */
function sentenceFor(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  const { status, detail } = error.problem;
  if (status === 401 || status === 403)
    return "E-mail and password do not belong together. Check both and try again.";
  if (status === 429) return "Too many tries. Wait a minute, then try again.";
  return detail || "The server could not say why. Try again in a moment.";
}
