import {
  AddFilter,
  Button,
  Checkbox,
  Field,
  FilterChip,
  Kbd,
  Radios,
  SectionHead,
  Segmented,
  showToast,
  Tabs,
} from "@headwater/ui/components";
import { createSignal, Show } from "solid-js";
import { t } from "./texts.ts";

export function ButtonsExample() {
  const [basis, setBasis] = createSignal("all");
  const [filtered, setFiltered] = createSignal(true);
  const remove = () => {
    setFiltered(false);
    showToast({
      said: t().filterRemoved,
      undo: async () => {
        setFiltered(true);
      },
    });
  };
  return (
    <section>
      <SectionHead title={t().buttons} />
      <div class="dev-row">
        <Button kind="primary">
          {t().log} <Kbd keys="Enter" />
        </Button>
        <Button>{t().giveMoney}</Button>
        <Button size="small">{t().small}</Button>
        <Button disabled>{t().disabled}</Button>
        <Button kind="quiet">{t().quiet}</Button>
        <Button kind="destructive">{t().reverseRow}</Button>
      </div>
      <div class="dev-row">
        <Segmented
          label={t().basis}
          options={[
            { value: "all", name: t().cashAndTime },
            { value: "cash", name: t().pledgeCash },
          ]}
          value={basis()}
          onChoose={setBasis}
        />
        <Show when={filtered()}>
          <FilterChip field={t().team} value={t().payments} onRemove={remove} />
        </Show>
        <AddFilter onClick={() => showToast({ said: t().filterAdded })}>{t().filter}</AddFilter>
        <span>
          <Kbd keys="C" /> <Kbd keys="Mod K" />
        </span>
      </div>
    </section>
  );
}

export function FieldsExample() {
  const [pledge, setPledge] = createSignal(true);
  const [recurring, setRecurring] = createSignal(false);
  const [paidBy, setPaidBy] = createSignal("card");
  return (
    <section>
      <SectionHead title={t().fields} />
      <div class="dev-fields">
        <Field label={t().payee} value="OpenSSL Foundation" />
        <Field label={t().amount} value="12,000.00" class="field-figures" inputmode="decimal" />
        <Field label={t().day} value="31.02.2026" error={t().dayError} />
      </div>
      <div class="dev-row">
        <Checkbox label={t().pledge} checked={pledge()} onChange={setPledge} />
        <Checkbox label={t().recurring} checked={recurring()} onChange={setRecurring} />
        <Checkbox label={t().someChosen} checked={false} mixed onChange={() => setRecurring(true)} />
        <Checkbox label={t().notNow} checked={false} disabled onChange={setRecurring} />
      </div>
      <Radios
        label={t().paidBy}
        options={[
          { value: "card", name: t().card },
          { value: "order", name: t().order },
          { value: "none", name: t().notNow, disabled: true },
        ]}
        value={paidBy()}
        onChoose={setPaidBy}
      />
    </section>
  );
}

export function TabsExample() {
  const [tab, setTab] = createSignal("usage");
  const panel = () => {
    const panels: Readonly<Record<string, string>> = { giving: t().tabGiving, history: t().tabHistory };
    return panels[tab()] ?? t().tabUsage;
  };
  return (
    <section>
      <SectionHead title={t().tabs} />
      <Tabs
        label={t().project}
        tabs={[
          { value: "usage", name: t().usage, rows: 6 },
          { value: "giving", name: t().giving, rows: 1284 },
          { value: "history", name: t().history },
        ]}
        value={tab()}
        onChoose={setTab}
      >
        <p class="note">{panel()}</p>
      </Tabs>
    </section>
  );
}
