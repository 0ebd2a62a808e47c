import type { ProjectUse } from "@headwater/contract/projects";
import { type HeldVersions, type Version, VersionCell, VersionHead } from "@headwater/ui/charts";
import { Ledger, type LedgerColumn, SectionHead, Unknown } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { createMemo, Show } from "solid-js";
import { packageName } from "./package-name.ts";
import { t } from "./texts.ts";
import { whereUnknownWords } from "./where-words.ts";

type Line = ProjectUse["products"][number];

/** So many versions have room as columns; of more the latest. */
const MOST_VERSIONS = 7;

/** Which product has which version, since when and brought in by what; also those that have not, and those that cannot say. */
export function WhereUsed(props: { readonly use: ProjectUse }) {
  const versions = createMemo((): readonly Version[] =>
    shownVersions(props.use).map((name) => ({ name, affected: false })),
  );
  const columns = createMemo((): readonly LedgerColumn<Line>[] => columnsOf(props.use, versions()));
  return (
    <section class="project-part" aria-labelledby="where-title">
      <SectionHead title={t().whereTitle} id="where-title">
        <span class="where-key">
          <i class="dot dot-now" /> {t().inForce} <i class="dot dot-before" /> {t().earlier}
        </span>
      </SectionHead>
      <Show when={props.use.products.length > 0} fallback={<p class="note">{t().nowhere}</p>}>
        <Ledger
          labelledBy="where-title"
          inset
          columns={columns()}
          rows={props.use.products}
          keyOf={(line) => line.product}
          phoneLine={(line) => <PhoneLine line={line} />}
        />
      </Show>
      <Show when={props.use.truncated}>
        <p class="note">{t().truncated}</p>
      </Show>
    </section>
  );
}

function columnsOf(use: ProjectUse, versions: readonly Version[]): readonly LedgerColumn<Line>[] {
  return [
    { id: "product", name: t().product, cell: (line) => line.name, width: 150 },
    { id: "tier", name: t().tier, cell: (line) => String(line.tier), as: "words", width: 54, spare: 4 },
    {
      id: "versions",
      name: t().versions,
      head: () => (
        <VersionHead versions={versions} column={columnPx(versions)} label={use.versions.join(", ")} />
      ),
      cell: (line) => (
        <VersionCell
          versions={versions}
          column={columnPx(versions)}
          held={heldOf(line, versions)}
          label={versionsLabel(line)}
        />
      ),
      as: "words",
      width: Math.max(90, versions.length * columnPx(versions) + 18),
      onPhone: true,
    },
    {
      id: "since",
      name: t().inForceSince,
      cell: (line) => <Since line={line} />,
      as: "words",
      width: 200,
      spare: 2,
    },
    {
      id: "brought",
      name: t().broughtBy,
      cell: (line) => broughtWords(line),
      as: "words",
      width: 240,
      spare: 1,
    },
    {
      id: "owner",
      name: t().owner,
      cell: (line) => line.teamName ?? <span class="quiet">{t().noOwner}</span>,
      as: "words",
      width: 140,
      spare: 3,
    },
  ];
}

/** Versions as long as dates and digests need more room than `5.4.1`. CSS pixels. */
function columnPx(versions: readonly Version[]): number {
  const longest = Math.max(4, ...versions.map(({ name }) => name.length));
  return Math.min(84, 18 + longest * 7);
}

function shownVersions({ versions, products }: ProjectUse): readonly string[] {
  if (versions.length <= MOST_VERSIONS) return versions;
  const inForce = new Set(
    products.flatMap((line) => line.versions.filter((one) => one.inForce).map(({ version }) => version)),
  );
  const now = versions.filter((version) => inForce.has(version)).slice(-MOST_VERSIONS);
  const earlier = versions.filter((version) => !inForce.has(version));
  const shown = new Set([...now, ...earlier.slice(now.length - MOST_VERSIONS)].slice(0, MOST_VERSIONS));
  return versions.filter((version) => shown.has(version));
}

function heldOf(line: Line, versions: readonly Version[]): HeldVersions {
  if (line.presence === "unknown") return null;
  return versions.flatMap(({ name }, place) => {
    const held = line.versions.find(({ version }) => version === name);
    return held === undefined ? [] : [{ version: place, inForce: held.inForce }];
  });
}

function versionsLabel(line: Line): string {
  if (line.presence === "unknown") return t().cannotSay;
  if (line.versions.length === 0) return t().notFound;
  return line.versions
    .map(({ version, inForce }) => (inForce ? `${version} ${t().inForce}` : t().earlierVersion(version)))
    .join(", ");
}

function Since(props: { readonly line: Line }) {
  return (
    <Show
      when={props.line.since}
      fallback={
        <Show when={props.line.presence === "unknown"} fallback={<span class="quiet">{t().notFound}</span>}>
          <Unknown reason={whereUnknownWords(props.line)} />
        </Show>
      }
    >
      {(since) => dayName(since().slice(0, 10))}
    </Show>
  );
}

function broughtWords(line: Line): string {
  if (line.presence !== "contained") return "";
  const others = line.broughtBy.map(packageName);
  return [...(line.direct === true ? [t().itself] : []), ...others].join(", ");
}

function PhoneLine(props: { readonly line: Line }) {
  return (
    <>
      <Since line={props.line} />
      <Show when={broughtWords(props.line) !== ""}>{` · ${broughtWords(props.line)}`}</Show>
    </>
  );
}
