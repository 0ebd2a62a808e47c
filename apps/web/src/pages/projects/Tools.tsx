import { givingStates } from "@headwater/contract/projects-table";
import type { RatioRow } from "@headwater/contract/ratios";
import {
  ColumnChooser,
  FilterChip,
  Icon,
  type LedgerColumn,
  type LedgerLayout,
  Menu,
  type MenuEntry,
} from "@headwater/ui/components";
import { useNavigate } from "@tanstack/solid-router";
import { For } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import type { Beside } from "./beside.ts";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { t } from "./texts.ts";

interface ToolsProps {
  readonly search: ProjectsSearch;
  readonly beside: Beside;
  readonly columns: readonly LedgerColumn<RatioRow>[];
  readonly layout: LedgerLayout;
  readonly onLayout: (layout: LedgerLayout) => void;
}

/** What narrows and orders the table, all of it in the address. */
export function Tools(props: ToolsProps) {
  const change = useChange(() => props.search);
  return (
    <div class="projects-tools not-printed">
      <FilterField search={props.search} />
      <For each={chipsOf(props.search, props.beside)}>
        {({ key, field, value }) => (
          <FilterChip field={field} value={value} onRemove={() => change({ [key]: undefined })} />
        )}
      </For>
      <Menu
        bare
        class="filter-chip filter-chip-add"
        entries={filterEntries(props.search, props.beside, change)}
      >
        <Icon name="plus" size="small" />
        {t().addFilter}
      </Menu>
      <span class="projects-tools-right">
        <Menu size="small" entries={groupEntries(props.search, change)}>
          <span class="quiet">{t().group}</span> {groupName(props.search.group)}
        </Menu>
        <ColumnChooser
          columns={props.columns}
          layout={props.layout}
          onLayout={(next) => props.onLayout(next)}
        />
      </span>
    </div>
  );
}

type Change = (next: Partial<ProjectsSearch>) => void;

function useChange(search: () => ProjectsSearch): Change {
  const navigate = useNavigate();
  return (next) =>
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...search(), ...next }),
      resetScroll: false,
    });
}

/** `/` puts the caret here; Escape empties it. */
function FilterField(props: { readonly search: ProjectsSearch }) {
  const navigate = useNavigate();
  let field!: HTMLInputElement;
  const sift = (q: string) =>
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...props.search, q }),
      replace: true,
      resetScroll: false,
    });
  useKeys(() => [{ key: "/", does: t().searchKey, run: () => field.focus(), onLine: true }]);
  return (
    <label class="filter">
      <Icon name="search" />
      <input
        ref={(input) => {
          field = input;
        }}
        type="search"
        aria-label={t().filterLabel}
        placeholder={t().filter}
        value={props.search.q ?? ""}
        onInput={(event) => sift(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") sift("");
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

interface Chip {
  readonly key: keyof ProjectsSearch;
  readonly field: string;
  readonly value: string;
}

/** The filters that are on, besides the name, which stands in its field. */
export function chipsOf(search: ProjectsSearch, beside: Beside): readonly Chip[] {
  const { over, tier, owner, giving, provisional, tail } = search;
  const say = t();
  const chip = (key: Chip["key"] & keyof typeof say.filters, value: string | undefined): readonly Chip[] =>
    value === undefined ? [] : [{ key, field: say.filters[key], value }];
  return [
    ...chip("over", over === undefined ? undefined : say.overValue(over)),
    ...chip("tier", tier === undefined ? undefined : say.tierValue(tier)),
    ...chip("owner", owner === undefined ? undefined : teamName(owner, beside)),
    ...chip("giving", giving === undefined ? undefined : say.givingStates[giving]),
    ...chip("provisional", provisional === undefined ? undefined : provisionalWord(provisional)),
    ...chip("tail", tail === undefined ? undefined : say.eachShown),
  ];
}

function provisionalWord(part: "only" | "without"): string {
  return part === "only" ? t().onlyProvisional : t().withoutProvisional;
}

function teamName(slug: string, { presence }: Beside): string {
  return presence?.products.find(({ team }) => team === slug)?.teamName ?? slug;
}

/** Per cent of usage; what is under the smallest is most of a list. */
const OVER = [0.01, 0.1, 1] as const;
const TIERS = [1, 2, 3] as const;

function filterEntries(search: ProjectsSearch, beside: Beside, change: Change): readonly MenuEntry[] {
  const say = t();
  const entry = (
    key: Chip["key"] & keyof typeof say.filters,
    value: string,
    next: Partial<ProjectsSearch>,
  ) => ({
    name: `${say.filters[key]} ${value}`,
    checked: Object.entries(next).every(([name, wanted]) => Reflect.get(search, name) === wanted),
    onChoose: () => change(next),
  });
  const teams = new Set((beside.presence?.products ?? []).flatMap(({ team }) => team ?? []));
  return [
    ...OVER.map((over) => entry("over", say.overValue(over), { over })),
    "rule",
    ...TIERS.map((tier) => entry("tier", say.tierValue(tier), { tier })),
    "rule",
    ...givingStates.map((giving) => entry("giving", say.givingStates[giving], { giving })),
    "rule",
    entry("provisional", say.onlyProvisional, { provisional: "only" }),
    entry("provisional", say.withoutProvisional, { provisional: "without" }),
    entry("tail", say.eachShown, { tail: "shown" }),
    ...(teams.size === 0 ? [] : (["rule"] as const)),
    ...[...teams].map((owner) => entry("owner", teamName(owner, beside), { owner })),
  ];
}

function groupName(group: ProjectsSearch["group"]): string {
  if (group === undefined) return t().noGroup;
  return group === "owner" ? t().byOwner : t().byEcosystem;
}

function groupEntries(search: ProjectsSearch, change: Change): readonly MenuEntry[] {
  return ([undefined, "ecosystem", "owner"] as const).map((group) => ({
    name: groupName(group),
    checked: search.group === group,
    onChoose: () => change({ group }),
  }));
}
