import type { ProblemDocument } from "@headwater/contract/problem";
import { Button, Failure, Field, SelectField } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { createSignal, Show } from "solid-js";
import { installationQuery, queryClient } from "../../queries.ts";
import { type NewInstallation, Refusal, server } from "../../server.ts";
import { ExploreDemo } from "../demo/ExploreDemo.tsx";
import { Entrance } from "./Entrance.tsx";
import { textOf } from "./form.ts";
import { t } from "./texts.ts";

/** The sentence beside a field that the server refused. */
type WrongWith = (field: string) => string | undefined;

/** The first visitor makes the organization and becomes its owner. */
export function Welcome() {
  const installation = useQuery(() => installationQuery);
  const navigate = useNavigate();
  const [problem, setProblem] = createSignal<ProblemDocument | null>(null);
  const [busy, setBusy] = createSignal(false);
  const wrong: WrongWith = (field) => problem()?.errors?.find((error) => error.field === field)?.message;
  const wholeRefusal = () => ((problem()?.errors ?? []).length === 0 ? problem() : null);

  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await server.welcome(valuesOf(new FormData(event.currentTarget)));
      queryClient.clear();
      await navigate({ to: "/projects" });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.problem);
    }
    setBusy(false);
  };

  let form!: HTMLFormElement;
  const code = () => textOf(new FormData(form), "code");

  return (
    <Entrance sentence={t().welcomeSentence} lede={t().welcomeLede}>
      <h1>{t().createOwner}</h1>
      <form
        ref={(element) => {
          form = element;
        }}
        onSubmit={(event) => void submit(event)}
      >
        <Show when={wholeRefusal()}>
          {(refusal) => <Failure title={t().nothingCreated}>{refusal().detail || refusal().title}</Failure>}
        </Show>
        <Show when={installation.data?.codeNeeded}>
          <Field
            label={t().code}
            name="code"
            autocomplete="one-time-code"
            required
            help={t().codeHelp}
            error={wrong("code")}
          />
        </Show>
        <OwnerFields wrong={wrong} />
        <PlaceFields wrong={wrong} />
        <Button kind="primary" type="submit" disabled={busy()}>
          {t().create} <kbd>Enter</kbd>
        </Button>
      </form>
      <ExploreDemo code={code} loaded={installation.data?.demo === true} />
    </Entrance>
  );
}

/** Whose installation it is, and how they sign in. */
function OwnerFields(props: { readonly wrong: WrongWith }) {
  return (
    <>
      <Field
        label={t().organization}
        name="organization"
        autocomplete="organization"
        required
        maxLength={200}
        error={props.wrong("organization")}
      />
      <Field
        label={t().yourName}
        name="name"
        autocomplete="name"
        required
        maxLength={120}
        error={props.wrong("name")}
      />
      <Field
        label={t().email}
        name="email"
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        error={props.wrong("email")}
      />
      <Field
        label={t().password}
        name="password"
        type="password"
        autocomplete="new-password"
        required
        minLength={12}
        maxLength={256}
        help={t().passwordHelp}
        error={props.wrong("password")}
      />
    </>
  );
}

/** In what the company counts, and when its days begin. */
function PlaceFields(props: { readonly wrong: WrongWith }) {
  const [currency, setCurrency] = createSignal("USD");
  const [timeZone, setTimeZone] = createSignal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <div class="pair">
      <SelectField
        label={t().currency}
        name="currency"
        value={currency()}
        onChoose={setCurrency}
        choices={listOf("currency")}
        error={props.wrong("currency")}
      />
      <SelectField
        label={t().timeZone}
        name="timeZone"
        value={timeZone()}
        onChoose={setTimeZone}
        choices={zones(timeZone())}
        error={props.wrong("timeZone")}
      />
    </div>
  );
}

function valuesOf(form: FormData): NewInstallation {
  const text = (name: string) => textOf(form, name);
  const code = text("code");
  return {
    organization: text("organization"),
    name: text("name"),
    email: text("email"),
    password: text("password"),
    currency: text("currency"),
    timeZone: text("timeZone"),
    ...(code === "" ? {} : { code }),
  };
}

function listOf(kind: "currency" | "timeZone"): readonly { readonly value: string; readonly name: string }[] {
  return Intl.supportedValuesOf(kind).map((value) => ({ value, name: value.replaceAll("_", " ") }));
}

/** The browser's own zone can be one that its list leaves out, such as UTC. */
function zones(own: string): readonly { readonly value: string; readonly name: string }[] {
  const all = listOf("timeZone");
  return all.some((zone) => zone.value === own) ? all : [{ value: own, name: own }, ...all];
}
