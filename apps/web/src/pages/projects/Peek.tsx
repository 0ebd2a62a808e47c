import type { RatioRow } from "@headwater/contract/ratios";
import { givenOf } from "@headwater/contract/projects-table";
import { Button, buttonClass, Duration, Icon, Money, RatioWord, Share } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { For, type JSX, Show } from "solid-js";
import { usePlaces } from "../../frame/places.ts";
import { projectAddress } from "../project/address.ts";
import { answered, projectUseQuery } from "../project/queries.ts";
import { WhereLines } from "../project/WhereLines.tsx";
import { whyItMatters } from "../project/why-it-matters.ts";
import { printAsked, type WhyNumber } from "../why/search.ts";
import "./peek.css";
import { platformName, t } from "./texts.ts";

interface PeekProps {
  readonly row: RatioRow;
  readonly currency: string;
  readonly onClose: () => void;
}

/** One project beside the table: why it matters, its figures, where it is and how it is paid. Escape closes it. */
export function Peek(props: PeekProps) {
  const slug = () => props.row.project ?? props.row.id;
  const use = useQuery(() => projectUseQuery(slug()));
  return (
    <aside class="peek not-printed" aria-label={t().peekOf(props.row.name)}>
      <div class="peek-inside">
        <div class="peek-head">
          <span class="byline">{t().project}</span>
          <span class="peek-doors">
            <Link {...projectAddress(slug())} class={buttonClass("quiet", "small")}>
              {t().open} <kbd>Enter</kbd>
            </Link>
            <Button kind="quiet" size="small" aria-label={t().close} onClick={() => props.onClose()}>
              <Icon name="close" />
            </Button>
          </span>
        </div>
        <h2 class="peek-name">{props.row.name}</h2>
        <p class="byline code peek-slug">{props.row.project}</p>
        <Show when={answered(use)}>
          {(where) => <p class="peek-sentence">{whyItMatters(props.row, where(), props.currency)}</p>}
        </Show>
        <Figures row={props.row} currency={props.currency} />
        <Show when={answered(use)}>
          {(where) => (
            <section>
              <h3>{t().where}</h3>
              <WhereLines use={where()} most={8} />
            </section>
          )}
        </Show>
        <Ways row={props.row} />
        <Actions />
      </div>
    </aside>
  );
}

function Figures(props: { readonly row: RatioRow; readonly currency: string }) {
  const money = (amount: string | null) => (amount === null ? null : { amount, currency: props.currency });
  const slug = () => props.row.project ?? props.row.id;
  return (
    <ul class="peek-figures">
      <Line number="reach" project={slug()} name={t().reach}>
        <Share digits={0} share={props.row.reach} unknown={props.row.reachUnknown} />
      </Line>
      <Line number="usageShare" project={slug()} name={t().usage}>
        <Share digits={2} share={props.row.usageShare} unknown={props.row.usageShareUnknown} />
      </Line>
      <Line number="minutes" project={slug()} name={`${t().time}, ${t().timeUnit}`}>
        <Duration minutes={props.row.minutes} unknown={props.row.minutesUnknown} />
      </Line>
      <Line number="ratio" project={slug()} name={t().ratio}>
        <RatioWord
          ratio={props.row.ratio}
          met={props.row.fairShareMet}
          unknown={props.row.fairShareMetUnknown}
        />
      </Line>
      <Line number="fairShare" project={slug()} name={`${t().fairShare}, ${props.currency}`}>
        <Money bare value={money(props.row.fairShare)} unknown={props.row.fairShareUnknown} />
      </Line>
      <Line number="giveBack" project={slug()} name={`${t().given}, ${props.currency}`}>
        <Money
          bare
          value={money(givenOf(props.row))}
          unknown={props.row.giveBackUnknown ?? props.row.ratioUnknown}
        />
      </Line>
      <Line
        number="gap"
        project={slug()}
        name={`${t().gap}, ${props.currency}`}
        none={!(Number(props.row.gap) > 0)}
      >
        <Money bare value={money(props.row.gap)} unknown={props.row.gapUnknown} />
      </Line>
    </ul>
  );
}

/** The whole line opens how its figure comes about. */
function Line(props: {
  readonly number: WhyNumber;
  readonly project: string;
  readonly name: string;
  /** There is no gap: nothing is red. */
  readonly none?: boolean;
  readonly children: JSX.Element;
}) {
  return (
    <li classList={{ "peek-sum": props.number === "gap", "peek-none": props.none === true }}>
      <Link
        to="."
        search={(search) => ({ ...search, why: printAsked(props) })}
        replace
        resetScroll={false}
        class="peek-figure"
      >
        <span class="peek-figure-name">{props.name}</span>
        <span class="peek-value">{props.children}</span>
      </Link>
    </li>
  );
}

function Ways(props: { readonly row: RatioRow }) {
  return (
    <section>
      <h3>{t().waysToPay}</h3>
      <Show when={props.row.channels.length > 0} fallback={<p class="note">{t().noWays}</p>}>
        <ul class="peek-ways">
          <For each={props.row.channels.slice(0, 5)}>
            {(way) => (
              <li>
                <a class="link" href={way.url} rel="noreferrer noopener" target="_blank">
                  {platformName(way.platform)}
                </a>
              </li>
            )}
          </For>
        </ul>
        <p class="note">{t().waysSeen(props.row.channels.length)}</p>
      </Show>
    </section>
  );
}

/** What one does next; a page that there is not yet is not led to. */
function Actions() {
  const places = usePlaces().flat();
  const path = (name: string) => places.find((place) => place.name === name)?.path;
  return (
    <div class="peek-actions">
      <Show when={path("log")}>
        {(log) => (
          <Link to={log()} class={buttonClass("normal")}>
            {t().logTime} <kbd>C</kbd>
          </Link>
        )}
      </Show>
      <Show when={path("giving")}>
        {(giving) => (
          <Link to={giving()} class={buttonClass("normal")}>
            {t().giveMoney}
          </Link>
        )}
      </Show>
    </div>
  );
}
