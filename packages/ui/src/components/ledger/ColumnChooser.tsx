import { For, Show } from "solid-js";
import { buttonClass } from "../Button.tsx";
import { Checkbox } from "../Choices.tsx";
import { Icon } from "../Icon.tsx";
import { createPopover } from "../popover.ts";
import "../popover.css";
import { words } from "../words.ts";
import { asMade, isChosen, type LedgerColumn, type LedgerLayout, widthOf, withWidth } from "./columns.ts";
import "./ledger.css";

interface ColumnChooserProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly layout: LedgerLayout;
  readonly onLayout: (layout: LedgerLayout) => void;
}

/** One press makes a column wider or narrower by so much. CSS pixels. */
const STEP_PX = 16;

/** Which columns are shown, and how wide; all that dragging does can be done here with keys. */
export function ColumnChooser<Row>(props: ColumnChooserProps<Row>) {
  const popover = createPopover("auto");
  const show = (column: LedgerColumn<Row>, shown: boolean) =>
    props.onLayout({ ...props.layout, shown: { ...props.layout.shown, [column.id]: shown } });
  const wider = (column: LedgerColumn<Row>, by: number) =>
    props.onLayout(withWidth(props.layout, column.id, widthOf(column, props.layout) + by));
  return (
    <>
      <button
        ref={(element) => {
          popover.anchorAt(element);
        }}
        type="button"
        class={`${buttonClass("normal", "small")} not-printed`}
        popovertarget={popover.id}
        aria-haspopup="dialog"
        aria-expanded={popover.isOpen()}
      >
        {words().columns}
        <Icon name="open" size="small" />
      </button>
      <div
        ref={(element) => {
          popover.hangOn(element);
        }}
        class="popover column-chooser"
        role="dialog"
        aria-label={words().columns}
      >
        <ul>
          <For each={props.columns.slice(1)}>
            {(column) => (
              <li>
                <Checkbox
                  label={column.name}
                  checked={isChosen(column, props.layout)}
                  onChange={(shown) => show(column, shown)}
                />
                <Show when={isChosen(column, props.layout)}>
                  <span class="column-chooser-widths">
                    <button
                      type="button"
                      aria-label={words().narrower(column.name)}
                      onClick={() => wider(column, -STEP_PX)}
                    >
                      <Icon name="back" size="small" />
                    </button>
                    <button
                      type="button"
                      aria-label={words().wider(column.name)}
                      onClick={() => wider(column, STEP_PX)}
                    >
                      <Icon name="forth" size="small" />
                    </button>
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <button type="button" class={buttonClass("quiet", "small")} onClick={() => props.onLayout(asMade)}>
          {words().asMade}
        </button>
      </div>
    </>
  );
}
