import { dayOfInstant, todayIn } from "@headwater/domain/period";
import {
  AfterAWhile,
  Button,
  buttonClass,
  DatePicker,
  Empty,
  Failure,
  Ledger,
  type LedgerColumn,
  SectionHead,
  SelectField,
  Skeleton,
} from "@headwater/ui/components";
import { clockTime, dayName } from "@headwater/ui/format";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import "./audit.css";
import { type AuditRow, auditFiltersQuery, auditQuery, auditVerdictQuery, exportAddress } from "./queries.ts";
import { type AuditSearch, readAuditSearch } from "./search.ts";
import { t } from "./texts.ts";

/** Who did what to which thing, and whether the chain of it holds. */
export function AuditPage() {
  const may = useMay();
  return (
    <main class="page">
      <Show
        when={may("audit.read")}
        fallback={
          <AfterAWhile>
            <Empty wholePage title={t().mayNot} sentence={t().mayNotSentence} />
          </AfterAWhile>
        }
      >
        <Verdict />
        <Rows />
      </Show>
    </main>
  );
}

function Verdict() {
  const verdict = useQuery(() => auditVerdictQuery);
  return (
    <header class="audit-head">
      <Switch
        fallback={
          <>
            <h1 class="said">{t().title}</h1>
            <AfterAWhile>
              <p class="note">{t().verifying}</p>
              <Skeleton as="sentence" />
            </AfterAWhile>
          </>
        }
      >
        <Match when={verdict.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void verdict.refetch()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={verdict.data}>
          {(chain) => (
            <>
              <h1 class="verdict">
                {chain().intact ? t().holds(chain().rows) : t().broken(chain().firstBroken?.position ?? 0)}
              </h1>
              <Show when={chain().firstBroken}>
                {(broken) => (
                  <p class="lede red">{`${t().brokenRow(broken().row, broken().reason)} ${t().brokenNext}`}</p>
                )}
              </Show>
              <p class="lede">{t().lede}</p>
              <p class="byline audit-proof">
                <Show when={chain().head}>{(head) => <span class="code">{head()}</span>}</Show>
                <Show when={chain().pending > 0}>
                  <span>{t().pending(chain().pending)}</span>
                </Show>
                <Button
                  size="small"
                  kind="quiet"
                  disabled={verdict.isFetching}
                  onClick={() => void verdict.refetch()}
                >
                  {t().verifyAgain}
                </Button>
              </p>
            </>
          )}
        </Match>
      </Switch>
    </header>
  );
}

function Rows() {
  const search = useSearch({ from: "/inside/audit" });
  const navigate = useNavigate();
  const organization = useQuery(() => organizationQuery);
  const rows = useInfiniteQuery(() => auditQuery(search()));
  const shown = () => rows.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (next: { readonly [Part in keyof AuditSearch]?: string | undefined }) =>
    void navigate({
      to: "/audit",
      search: readAuditSearch({ ...search(), ...next }),
      replace: true,
      resetScroll: false,
    });
  const clear = () => go({ actor: undefined, operation: undefined, from: undefined, to: undefined });
  const filtered = () => Object.keys(readAuditSearch({ ...search() })).length > 0;
  return (
    <section aria-labelledby="audit-rows">
      <SectionHead title={t().rows} id="audit-rows">
        <a class={buttonClass("normal", "small")} href={exportAddress(search())} download="">
          {t().export}
        </a>
      </SectionHead>
      <Filters search={search()} onChange={go} />
      <Switch>
        <Match when={rows.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void rows.refetch()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={rows.isSuccess && shown().length === 0}>
          <Empty title={t().nothing} sentence={t().nothingSentence}>
            <Show when={filtered()}>
              <Button onClick={clear}>{t().allFilters}</Button>
            </Show>
          </Empty>
        </Match>
        <Match when={true}>
          <Ledger
            labelledBy="audit-rows"
            columns={columns(organization.data?.timeZone ?? "UTC")}
            rows={shown()}
            keyOf={(row) => row.id}
            waiting={rows.isPending}
            phoneLine={(row) => `${whoDid(row)}, ${row.entity ?? ""}`}
          />
          <Show when={rows.hasNextPage}>
            <Button size="small" disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
              {t().readMore}
            </Button>
          </Show>
        </Match>
      </Switch>
    </section>
  );
}

interface FiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (next: { readonly [Part in keyof AuditSearch]?: string | undefined }) => void;
}

function Filters(props: FiltersProps) {
  const filters = useQuery(() => auditFiltersQuery);
  const organization = useQuery(() => organizationQuery);
  const today = () => todayIn(organization.data?.timeZone ?? "UTC", Date.now());
  return (
    <div class="audit-filters not-printed">
      <SelectField
        name="actor"
        label={t().who}
        value={props.search.actor ?? ""}
        choices={[
          { value: "", name: t().anybody },
          ...(filters.data?.actors ?? []).map(({ actor, name }) => ({
            value: actor,
            name: name ?? nameOfActor(actor),
          })),
        ]}
        onChoose={(actor) => props.onChange({ actor: actor || undefined })}
      />
      <SelectField
        name="operation"
        label={t().what}
        value={props.search.operation ?? ""}
        choices={[
          { value: "", name: t().anything },
          ...(filters.data?.operations ?? []).map((operation) => ({ value: operation, name: operation })),
        ]}
        onChoose={(operation) => props.onChange({ operation: operation || undefined })}
      />
      <DatePicker
        label={t().from}
        value={props.search.from ?? null}
        today={today()}
        last={props.search.to ?? today()}
        onChoose={(from) => props.onChange({ from })}
      />
      <DatePicker
        label={t().to}
        value={props.search.to ?? null}
        today={today()}
        first={props.search.from}
        last={today()}
        onChoose={(to) => props.onChange({ to })}
      />
    </div>
  );
}

function columns(timeZone: string): readonly LedgerColumn<AuditRow>[] {
  return [
    { id: "operation", name: t().what, width: 200, cell: (row) => row.operation },
    { id: "actor", name: t().who, width: 190, cell: (row) => <span class="cut">{whoDid(row)}</span> },
    {
      id: "entity",
      name: t().thing,
      width: 290,
      spare: 2,
      cell: (row) => <span class="code cut">{row.entity ?? ""}</span>,
    },
    {
      id: "detail",
      name: t().detail,
      width: 260,
      spare: 3,
      cell: (row) => <span class="code cut">{detailOf(row)}</span>,
    },
    {
      id: "at",
      name: t().when,
      width: 150,
      onPhone: true,
      cell: (row) => `${dayName(dayOfInstant(row.at, timeZone))}, ${clockTime(Date.parse(row.at))}`,
    },
    {
      id: "position",
      name: t().position,
      as: "figures",
      width: 64,
      spare: 1,
      cell: (row) => (
        <Show when={row.position !== null} fallback={<i>{t().waiting}</i>}>
          {String(row.position)}
        </Show>
      ),
    },
  ];
}

function whoDid(row: AuditRow): string {
  return row.actorName ?? nameOfActor(row.actor);
}

/** Who may not read people sees their id; a person who was erased has no other name. */
function nameOfActor(actor: string): string {
  const [kind = "", id = ""] = actor.split(":");
  if (kind === "job") return t().job(id);
  const called = kind === "key" ? t().key : t().person;
  return id === "" ? called : `${called} …${id.slice(-6)}`;
}

function detailOf({ detail }: AuditRow): string {
  if (typeof detail !== "object" || detail === null) return "";
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
