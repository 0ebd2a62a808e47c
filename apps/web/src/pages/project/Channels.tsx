import type { ProjectFacts } from "@headwater/contract/projects";
import { Ledger, type LedgerColumn, SectionHead } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { For, Show } from "solid-js";
import { platformName } from "../projects/texts.ts";
import { t } from "./texts.ts";

type Channel = ProjectFacts["channels"][number];
type Package = ProjectFacts["packages"][number];

/** Every way to pay that our files name, with where and when. */
export function Channels(props: { readonly facts: ProjectFacts }) {
  return (
    <section class="project-part" aria-labelledby="channels-title">
      <SectionHead title={t().channelsTitle} id="channels-title" />
      <Show when={props.facts.channels.length > 0} fallback={<p class="note">{t().noWays}</p>}>
        <Ledger
          labelledBy="channels-title"
          inset
          columns={channelColumns()}
          rows={props.facts.channels}
          keyOf={(way) => way.url}
          phoneLine={(way) => t().seen(dayName(way.seenAt.slice(0, 10)))}
        />
      </Show>
    </section>
  );
}

function channelColumns(): readonly LedgerColumn<Channel>[] {
  return [
    {
      id: "channel",
      name: t().channel,
      cell: (way) => (
        <a class="link" href={way.url} rel="noreferrer noopener" target="_blank">
          {platformName(way.platform)}
        </a>
      ),
      width: 160,
    },
    {
      id: "url",
      name: "URL",
      cell: (way) => <span class="code">{way.url}</span>,
      as: "words",
      width: 380,
      spare: 2,
    },
    { id: "source", name: t().source, cell: (way) => way.source, as: "words", width: 280, spare: 1 },
    {
      id: "seen",
      name: t().seenOn,
      cell: (way) => dayName(way.seenAt.slice(0, 10)),
      as: "words",
      width: 110,
      onPhone: true,
    },
  ];
}

/** In the column beside the chart: each way, and when it was last seen. */
export function Ways(props: { readonly facts: ProjectFacts }) {
  return (
    <section>
      <h2>{t().waysTitle}</h2>
      <Show when={props.facts.channels.length > 0} fallback={<p class="note">{t().noWays}</p>}>
        <ul class="ways">
          <For each={props.facts.channels.slice(0, 6)}>
            {(way) => (
              <li>
                <a class="link" href={way.url} rel="noreferrer noopener" target="_blank">
                  {platformName(way.platform)}
                </a>
                <span class="quiet">{t().seen(dayName(way.seenAt.slice(0, 10)))}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** The packages that make the project up, each with what says so. */
export function Packages(props: { readonly facts: ProjectFacts }) {
  const others = () => props.facts.packagesTotal - props.facts.packages.length;
  return (
    <section class="project-part" aria-labelledby="packages-title">
      <SectionHead title={t().packagesTitle} id="packages-title" />
      <Ledger
        labelledBy="packages-title"
        inset
        columns={packageColumns()}
        rows={props.facts.packages}
        keyOf={(row) => row.package}
        phoneLine={(row) => t().mappedBy[row.basis]}
      />
      <Show when={others() > 0}>
        <p class="note">{t().morePackages(others())}</p>
      </Show>
    </section>
  );
}

function packageColumns(): readonly LedgerColumn<Package>[] {
  return [
    { id: "package", name: t().package, cell: (row) => row.name, width: 180 },
    {
      id: "basis",
      name: t().basis,
      cell: (row) => t().mappedBy[row.basis],
      as: "words",
      width: 230,
      spare: 1,
    },
    {
      id: "evidence",
      name: t().statedIn,
      cell: (row) => row.evidence.map(({ source }) => source).join(", "),
      as: "words",
      width: 220,
      spare: 3,
    },
    {
      id: "since",
      name: t().since,
      cell: (row) => dayName(row.since.slice(0, 10)),
      as: "words",
      width: 110,
      spare: 2,
    },
  ];
}
