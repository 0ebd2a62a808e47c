import type { Report } from "@headwater/contract/reports";
import { Estimated, SectionHead } from "@headwater/ui/components";
import { amountFigure, duration, footedFigure } from "@headwater/ui/format";
import { For, Show } from "solid-js";
import { Why } from "../why/Why.tsx";
import { FigureWhy } from "./FigureWhy.tsx";
import { type PrintedGiving, shownTimes } from "./printed-giving.ts";
import { pledgeWords } from "./pledge-words.ts";
import { t } from "./texts.ts";

interface TwoLedgersProps {
  readonly report: Report;
  /** The slug of a team. */
  readonly unit: string | undefined;
  readonly printed: PrintedGiving;
}

/** Cash and time side by side, and their sum below a rule of its own. */
export function TwoLedgers(props: TwoLedgersProps) {
  const giving = () => props.report.giving;
  return (
    <section aria-labelledby="report-ledgers">
      <SectionHead title={t().ledgers} id="report-ledgers" />
      <table class="report-sums">
        <tbody>
          <tr>
            <th scope="row">{t().cashToProjects}</th>
            <td>
              <FigureWhy number="cash">
                {footedFigure(props.printed.cashToProjects, giving().cashToProjects)}
              </FigureWhy>
            </td>
          </tr>
          <tr>
            <th scope="row">{t().cashPooled}</th>
            <td>
              <FigureWhy number="pooled">
                {footedFigure(props.printed.cashPooled, giving().cashPooled)}
              </FigureWhy>
            </td>
          </tr>
          <tr class="report-subtotal">
            <th scope="row">{t().cash}</th>
            <td>{footedFigure(props.printed.cash, giving().cash)}</td>
          </tr>
          <Show when={Number(giving().inKind) !== 0}>
            <tr>
              <th scope="row">{t().inKind}</th>
              <td>
                <FigureWhy number="inKind">{footedFigure(props.printed.inKind, giving().inKind)}</FigureWhy>
              </td>
            </tr>
          </Show>
          <For each={shownTimes(giving())}>
            {(line) => {
              const hours = () => t().hours(duration(line.minutes), t().time[line.basis]);
              const figure = () => footedFigure(props.printed.time.get(line.basis) ?? "0", line.value);
              return (
                <tr>
                  <th scope="row">
                    {t().timeLine}
                    <Show when={line.basis === "estimated"} fallback={hours()}>
                      <Estimated>{hours()}</Estimated>
                    </Show>
                  </th>
                  <td>
                    <FigureWhy number="timeValue">
                      <Show when={line.basis === "estimated"} fallback={figure()}>
                        <Estimated>{figure()}</Estimated>
                      </Show>
                    </FigureWhy>
                  </td>
                </tr>
              );
            }}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t().total(props.report.summary.currency)}</th>
            <td>{amountFigure(props.printed.total)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note report-note">
        {pledgeWords(props.report, props.unit)}{" "}
        <Show when={props.unit === undefined}>
          <Why number="pledge" />
        </Show>
      </p>
    </section>
  );
}
