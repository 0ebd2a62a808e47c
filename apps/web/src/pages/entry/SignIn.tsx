import { Button, Failure, Field } from "@headwater/ui/components";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { createSignal, onMount, Show } from "solid-js";
import { Refusal } from "../../server.ts";
import { emailOfEndedSession, signIn } from "../../session.ts";
import { textOf } from "./form.ts";
import { Entrance } from "./Entrance.tsx";
import { t } from "./texts.ts";

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
      await navigate({ href: search().next ?? "/", replace: true });
    } catch (error) {
      setRefused(sentenceFor(error));
    }
    setBusy(false);
  };

  return (
    <Entrance sentence={t().sentence} lede={t().lede}>
      <h1>{t().signIn}</h1>
      <form
        ref={(element) => {
          form = element;
        }}
        onSubmit={(event) => void submit(event)}
      >
        <Show when={refused()}>{(sentence) => <Failure title={t().notSignedIn}>{sentence()}</Failure>}</Show>
        <Show when={search().ended === true && refused() === null}>
          <p class="note" role="status">
            {t().ended}
          </p>
        </Show>
        <Field
          label={t().email}
          name="email"
          type="email"
          autocomplete="username"
          value={knownEmail}
          required
        />
        <Field
          label={t().password}
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
        <Button kind="primary" type="submit" disabled={busy()}>
          {t().signIn} <kbd>Enter</kbd>
        </Button>
      </form>
    </Entrance>
  );
}

/** The same sentence for a wrong e-mail and a wrong password: which of the two was wrong is nobody's business. */
function sentenceFor(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  const { status, detail } = error.problem;
  if (status === 401 || status === 403) return t().doNotBelong;
  if (status === 429) return t().tooManyTries;
  return detail || t().couldNotSay;
}
