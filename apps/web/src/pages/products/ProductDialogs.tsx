import type { Product } from "@headwater/contract/products";
import { Button, DatePicker, Dialog, Field, SelectField, showToast } from "@headwater/ui/components";
import { useNavigate } from "@tanstack/solid-router";
import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { Refusal } from "../../server.ts";
import { changeProduct, createProduct, type NewProduct, retireProduct } from "./queries.ts";
import { NEW, type ProductsSearch } from "./search.ts";
import { t } from "./texts.ts";

interface DialogsProps {
  readonly search: ProductsSearch;
  readonly products: readonly Product[];
  readonly teams: readonly { readonly slug: string; readonly name: string }[];
  readonly today: string;
}

/** Which dialog is open stands in the address. */
export function ProductDialogs(props: DialogsProps) {
  const navigate = useNavigate();
  const close = () => void navigate({ to: ".", search: {}, resetScroll: false });
  const product = (slug: string | undefined) => props.products.find((one) => one.slug === slug);
  return (
    <Switch>
      <Match when={props.search.edit === NEW}>
        <EditDialog {...props} product={null} onClose={close} />
      </Match>
      <Match when={product(props.search.edit)}>
        {(edited) => <EditDialog {...props} product={edited()} onClose={close} />}
      </Match>
      <Match when={product(props.search.retire)}>
        {(retired) => <RetireDialog product={retired()} today={props.today} onClose={close} />}
      </Match>
    </Switch>
  );
}

type Errors = Readonly<Record<string, string>>;

/** What a refusal says of each field; what names none is said of the first. */
function errorsOf(error: unknown): Errors {
  if (!(error instanceof Refusal)) return { slug: String(error) };
  const { errors = [], detail, title } = error.problem;
  if (errors.length === 0) return { slug: detail || title };
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}

interface EditProps extends DialogsProps {
  /** Null for a new one. */
  readonly product: Product | null;
  readonly onClose: () => void;
}

const points = [8, 4, 2, 1];

function EditDialog(props: EditProps) {
  const before = untrack(() => props.product);
  const [draft, setDraft] = createStore<Draft>({
    slug: before?.slug ?? "",
    name: before?.name ?? "",
    tier: before?.tier ?? 3,
    team: before?.team ?? "",
    since: before?.inUseSince ?? null,
  });
  const [errors, setErrors] = createSignal<Errors>({});
  const save = async () => {
    try {
      await (before === null ? createProduct(fields()) : changeProduct({ ...changes(), slug: before.slug }));
      props.onClose();
      const shown = draft.name.trim() || draft.slug;
      showToast({ said: before === null ? t().created(shown) : t().saved(shown), undo: undoOf(before) });
    } catch (error) {
      setErrors(errorsOf(error));
    }
  };
  const day = () => draft.since ?? undefined;
  const changes = () => ({
    ...(draft.name.trim() === "" ? {} : { name: draft.name.trim() }),
    tier: draft.tier,
    team: draft.team === "" ? null : draft.team,
    inUseSince: draft.since,
  });
  const fields = (): NewProduct => ({
    slug: draft.slug.trim(),
    tier: draft.tier,
    ...(draft.name.trim() === "" ? {} : { name: draft.name.trim() }),
    ...(draft.team === "" ? {} : { team: draft.team }),
    ...(day() === undefined ? {} : { inUseSince: day() }),
  });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={before === null ? t().addTitle : t().editTitle(before.name)}
      actions={
        <>
          <Button kind="primary" type="submit" form="product-form">
            {before === null ? t().create : t().save}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <form
        id="product-form"
        class="product-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Fields
          draft={draft}
          change={(part) => setDraft(part)}
          isNew={before === null}
          errors={errors()}
          teams={props.teams}
          today={props.today}
        />
      </form>
    </Dialog>
  );
}

interface Draft {
  readonly slug: string;
  readonly name: string;
  readonly tier: number;
  readonly team: string;
  readonly since: string | null;
}

interface FieldsProps extends Pick<DialogsProps, "teams" | "today"> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly isNew: boolean;
  readonly errors: Errors;
}

function Fields(props: FieldsProps) {
  return (
    <>
      <Show when={props.isNew}>
        <Field
          label={t().slug}
          help={t().slugHelp}
          error={props.errors["slug"]}
          value={props.draft.slug}
          required
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => props.change({ slug: event.currentTarget.value })}
        />
      </Show>
      <Field
        label={t().name}
        help={t().nameHelp}
        error={props.errors["name"] ?? (props.isNew ? undefined : props.errors["slug"])}
        value={props.draft.name}
        autocomplete="off"
        onInput={(event) => props.change({ name: event.currentTarget.value })}
      />
      <SelectField
        label={t().tierField}
        name="tier"
        help={t().tierHelp}
        value={String(props.draft.tier)}
        choices={points.map((worth, place) => ({
          value: String(place + 1),
          name: t().tierChoice(place + 1, worth),
        }))}
        onChoose={(value) => props.change({ tier: Number(value) })}
      />
      <SelectField
        label={t().owner}
        name="team"
        error={props.errors["team"]}
        value={props.draft.team}
        choices={[
          { value: "", name: t().noOwner },
          ...props.teams.map((one) => ({ value: one.slug, name: one.name })),
        ]}
        onChoose={(value) => props.change({ team: value })}
      />
      <DatePicker
        label={t().inUseSince}
        help={t().inUseHelp}
        error={props.errors["inUseSince"]}
        value={props.draft.since}
        today={props.today}
        onChoose={(day) => props.change({ since: day })}
      />
    </>
  );
}

/** A product that was added stays: an address of it may be in use already. */
function undoOf(before: Product | null): (() => Promise<void>) | undefined {
  if (before === null) return undefined;
  const { slug, name, tier, team, inUseSince } = before;
  return () => changeProduct({ slug, name, tier, team, inUseSince });
}

interface RetireProps {
  readonly product: Product;
  readonly today: string;
  readonly onClose: () => void;
}

function RetireDialog(props: RetireProps) {
  const [day, setDay] = createSignal(untrack(() => props.today));
  const [error, setError] = createSignal<string | undefined>();
  const retire = async () => {
    try {
      await retireProduct({ slug: props.product.slug, day: day() });
      props.onClose();
      showToast({ said: t().wasRetired(props.product.name, day()) });
    } catch (refused) {
      setError(Object.values(errorsOf(refused))[0]);
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t().retireTitle(props.product.name)}
      actions={
        <>
          <Button kind="destructive" onClick={() => void retire()}>
            {t().retire}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <p class="note product-form">{t().retireSentence}</p>
      <DatePicker label={t().retireDay} value={day()} today={props.today} error={error()} onChoose={setDay} />
    </Dialog>
  );
}
