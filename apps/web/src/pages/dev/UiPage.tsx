import { Charts } from "./charts.tsx";
import { Inks } from "./Inks.tsx";
import { ButtonsExample, FieldsExample, TabsExample } from "./Controls.tsx";
import { FiguresExample, KeyFiguresExample } from "./Figures.tsx";
import { OverlaysExample, WhyExample } from "./Overlays.tsx";
import { ComboboxExample, DatesExample } from "./Pickers.tsx";
import { ToastExample } from "./Said.tsx";
import { ConfidenceExample, FilesExample, StatesExample } from "./States.tsx";
import { LongTable, TableStates } from "./Tables.tsx";
import { TypeScale } from "./TypeScale.tsx";
import { t } from "./texts.ts";
import "./dev.css";

/** Every part of the interface in every state, in use: for whoever builds a page, and for the tests. */
export function UiPage() {
  return (
    <main class="page dev">
      <h1>{t().title}</h1>
      <p class="lede">{t().lede}</p>
      <div class="dev-columns">
        <div>
          <TypeScale />
          <ButtonsExample />
          <ComboboxExample />
          <DatesExample />
          <TableStates />
          <ToastExample />
          <TabsExample />
        </div>
        <div>
          <Inks />
          <FieldsExample />
          <WhyExample />
          <OverlaysExample />
          <StatesExample />
          <FiguresExample />
          <FilesExample />
        </div>
      </div>
      <KeyFiguresExample />
      <ConfidenceExample />
      <Charts />
      <LongTable />
    </main>
  );
}
