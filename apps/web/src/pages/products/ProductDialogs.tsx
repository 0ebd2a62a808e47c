import type { Product } from "@headwater/contract/products";
import { Button, DatePicker, Dialog, Field, SelectField, showToast } from "@headwater/ui/components";
import { useNavigate } from "@tanstack/solid-router";
import { createSignal, Match, Show, Switch, untrack } from "solid-js";
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
  const [slug, setSlug] = createSignal(before?.slug ?? "");
  const [name, setName] = createSignal(before?.name ?? "");
  const [tier, setTier] = createSignal(before?.tier ?? 3);
  const [team, setTeam] = createSignal(before?.team ?? "");
  const [since, setSince] = createSignal(before?.inUseSince ?? null);
  const [errors, setErrors] = createSignal<Errors>({});
  const save = async () => {
    try {
      await (before === null ? createProduct(fields()) : changeProduct({ ...changes(), slug: before.slug }));
      props.onClose();
      const shown = name().trim() || slug();
      showToast({ said: before === null ? t().created(shown) : t().saved(shown), undo: undoOf(before) });
    } catch (error) {
      setErrors(errorsOf(error));
    }
  };
  const day = () => since() ?? undefined;
  const changes = () => ({
    ...(name().trim() === "" ? {} : { name: name().trim() }),
    tier: tier(),
    team: team() === "" ? null : team(),
    inUseSince: since(),
  });
  const fields = (): NewProduct => ({
    slug: slug().trim(),
    tier: tier(),
    ...(name().trim() === "" ? {} : { name: name().trim() }),
    ...(team() === "" ? {} : { team: team() }),
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
        <Show when={before === null}>
          <Field
            label={t().slug}
            help={t().slugHelp}
            error={errors()["slug"]}
            value={slug()}
            required
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setSlug(event.currentTarget.value)}
          />
        </Show>
        <Field
          label={t().name}
          help={t().nameHelp}
          error={errors()["name"] ?? (before === null ? undefined : errors()["slug"])}
          value={name()}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={t().tierField}
          name="tier"
          help={t().tierHelp}
          value={String(tier())}
          choices={points.map((worth, place) => ({
            value: String(place + 1),
            name: t().tierChoice(place + 1, worth),
          }))}
          onChoose={(value) => setTier(Number(value))}
        />
        <SelectField
          label={t().owner}
          name="team"
          error={errors()["team"]}
          value={team()}
          choices={[
            { value: "", name: t().noOwner },
            ...props.teams.map((one) => ({ value: one.slug, name: one.name })),
          ]}
          onChoose={setTeam}
        />
        <DatePicker
          label={t().inUseSince}
          help={t().inUseHelp}
          error={errors()["inUseSince"]}
          value={since()}
          today={props.today}
          onChoose={setSince}
        />
      </form>
    </Dialog>
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
