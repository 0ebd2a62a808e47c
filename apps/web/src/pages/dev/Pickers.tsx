import { type Choice, Combobox, DatePicker, PeriodPicker, SectionHead } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { t } from "./texts.ts";

const projects = [
  ["libxml2", 6],
  ["libexpat", 6],
  ["libpng", 2],
  ["libarchive", 0],
  ["curl", 7],
  ["zlib", 8],
  ["xz", 6],
  ["OpenSSL", 8],
  ["SQLite", 5],
  ["libuv", 3],
  ["libsodium", 1],
] as const;

/** As a server would: a moment later, and only what fits. */
function search(typed: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const meaning = (products: number) => (products === 0 ? t().notUsedHere : t().products(products));
  const fitting = projects.filter(([name]) => name.toLowerCase().includes(typed.toLowerCase()));
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
    setTimeout(
      () => resolve(fitting.map(([name, products]) => ({ value: name, name, meaning: meaning(products) }))),
      60,
    );
  });
}

export function ComboboxExample() {
  const [project, setProject] = createSignal("");
  const [currency, setCurrency] = createSignal("USD");
  return (
    <section>
      <SectionHead title={t().combobox} />
      <div class="dev-two">
        <Combobox
          label={t().project}
          value={project()}
          search={search}
          onChoose={setProject}
          newName={(typed) => t().useAsNew(typed)}
        />
        <Combobox
          label={t().currency}
          value={currency()}
          choices={[
            { value: "USD", name: "USD", meaning: t().usDollar },
            { value: "EUR", name: "EUR", meaning: t().euro },
            { value: "CHF", name: "CHF", meaning: t().franc },
          ]}
          onChoose={setCurrency}
        />
      </div>
    </section>
  );
}

const today = "2026-11-19";

export function DatesExample() {
  const [day, setDay] = createSignal<string | null>("2026-11-18");
  const [period, setPeriod] = createSignal("ttm");
  return (
    <section>
      <SectionHead title={t().datePicker} />
      <div class="dev-two">
        <DatePicker label={t().day} value={day()} onChoose={setDay} today={today} last={today} />
        <DatePicker
          label={t().sundayFirst}
          value={null}
          onChoose={setDay}
          today={today}
          weekStart={0}
          help={t().anyDay}
        />
      </div>
      <div class="dev-row">
        <PeriodPicker
          value={period()}
          onChoose={setPeriod}
          today={today}
          lastDay={today}
          fiscalYearStart={4}
        />
      </div>
    </section>
  );
}
