import {
  Duration,
  KeyFigure,
  KeyFigures,
  Money,
  RatioWord,
  SectionHead,
  Share,
} from "@headwater/ui/components";
import { t } from "./texts.ts";

const given = { amount: "81318.00", currency: "USD" };
const nothing = { amount: "0", currency: "USD" };

/** The same four figures known, zero, unknown and estimated. */
export function FiguresExample() {
  return (
    <section>
      <SectionHead title={t().figures} />
      <table class="ledger">
        <thead>
          <tr>
            <td />
            <th scope="col" class="figures">
              {t().money}
            </th>
            <th scope="col" class="figures">
              {t().duration}
            </th>
            <th scope="col" class="figures">
              {t().share}
            </th>
            <th scope="col">{t().ratioWord}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t().known}</th>
            <td class="figures">
              <Money value={given} />
            </td>
            <td class="figures">
              <Duration minutes={4215} />
            </td>
            <td class="figures">
              <Share share={0.3837} />
            </td>
            <td>
              <RatioWord ratio={0.68} met={0.17} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t().zero}</th>
            <td class="figures">
              <Money value={nothing} bare />
            </td>
            <td class="figures">
              <Duration minutes={0} />
            </td>
            <td class="figures">
              <Share share={0} bare />
            </td>
            <td>
              <RatioWord ratio={0} met={0} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t().unknown}</th>
            <td class="figures">
              <Money value={null} unknown="no-rate" short />
            </td>
            <td class="figures">
              <Duration minutes={null} unknown="small-cell" short />
            </td>
            <td class="figures">
              <Share share={null} unknown="no-usage" short />
            </td>
            <td>
              <RatioWord met={null} unknown="no-target" />
            </td>
          </tr>
          <tr>
            <th scope="row">{t().estimated}</th>
            <td class="figures">
              <Money value={given} bare exact estimated />
            </td>
            <td class="figures">
              <Duration minutes={135} estimated />
            </td>
            <td class="figures">
              <Share share={0.0004} bare estimated />
            </td>
            <td>
              <RatioWord ratio={4.43} met={1.15} estimated />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

export function KeyFiguresExample() {
  const why = () => (
    <a class="why" href="#coverage">
      {t().why}
    </a>
  );
  const trend = () => (
    <svg class="dev-trend" aria-hidden="true" viewBox="0 0 120 20">
      <path d="M0 15 L20 13 L40 14 L60 9 L80 11 L100 6 L118 5" />
      <circle cx="118" cy="5" r="2" />
    </svg>
  );
  return (
    <section id="coverage">
      <SectionHead title={t().keyFigures} />
      <KeyFigures>
        <KeyFigure name={t().ofTarget} figure="38" unit="%" caption={t().was46} why={why()} trend={trend()} />
        <KeyFigure name={t().coverage} figure="40.5" unit="%" caption={t().coverageCaption} trend={trend()} />
        <KeyFigure name={t().monthsBehind} figure="9.2" caption={t().monthsCaption} />
        <KeyFigure name={t().pledgePerDeveloper} figure={<Money value={null} unknown="no-headcount" />} />
      </KeyFigures>
      <KeyFigures compact>
        <KeyFigure name={t().ofTarget} figure="38" unit="%" caption={t().was46} />
        <KeyFigure name={t().coverage} figure="40.5" unit="%" caption={t().coverageCaption} />
        <KeyFigure name={t().monthsBehind} figure="9.2" caption={t().monthsCaption} />
        <KeyFigure name={t().pledgePerDeveloper} figure="437.50" unit="USD" />
      </KeyFigures>
    </section>
  );
}
