import { showToast } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { queryClient } from "../../queries.ts";
import { Refusal } from "../../server.ts";

interface Told {
  readonly said: string;
  /** What puts it back as it was; absent where nothing can. */
  readonly undo?: (() => Promise<unknown>) | undefined;
}

/** One write of a form: its refusal is said beside the field that it names, its success in a toast with the way back. */
export function createWriting() {
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<Error | null>(null);
  /** The answer, or null where it was refused. */
  const write = async <Answer>(
    answered: Promise<Answer>,
    told: (answer: Answer) => Told,
  ): Promise<Answer | null> => {
    setBusy(true);
    setRefused(null);
    try {
      const answer = await answered;
      const { said, undo } = told(answer);
      showToast(undo === undefined ? { said } : { said, undo: () => takeBack(undo) });
      await settingsChanged();
      return answer;
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
      return null;
    } finally {
      setBusy(false);
    }
  };
  const problem = (field: string) => {
    const error = refused();
    if (!(error instanceof Refusal)) return undefined;
    return error.problem.errors?.find((one) => one.field === field || one.field.startsWith(`${field}.`))
      ?.message;
  };
  /** What was refused and names no field. */
  const whole = () => {
    const error = refused();
    if (error === null) return undefined;
    const named = error instanceof Refusal && (error.problem.errors?.length ?? 0) > 0;
    return named ? undefined : error.message;
  };
  return { busy, write, problem, whole };
}

async function takeBack(undo: () => Promise<unknown>): Promise<void> {
  await undo();
  await settingsChanged();
}

/** Figures rest on nearly every setting. */
async function settingsChanged(): Promise<void> {
  await Promise.all(
    ["settings", "organization", "teams", "self", "usage", "mapping"].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
