import { Button, Empty, Failure, Ledger, type LedgerColumn } from "@headwater/ui/components";
import { type JSX, Match, Show, Switch } from "solid-js";
import { t } from "./texts.ts";

interface SettingsListProps<Row> {
  readonly label: string;
  readonly lede?: string;
  readonly columns: readonly LedgerColumn<Row>[];
  /** Undefined while they are read. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly phoneLine?: (row: Row) => JSX.Element;
  /** Opens the form for a new row; absent where the role may not write. */
  readonly add?: { readonly name: string; readonly run: () => void } | undefined;
}

/** A list of settings: what it means, its rows, and the way to a new one. */
export function SettingsList<Row>(props: SettingsListProps<Row>) {
  return (
    <>
      <Show when={props.lede}>{(lede) => <p class="settings-lede">{lede()}</p>}</Show>
      <Switch>
        <Match when={props.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => props.onRetry()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={props.rows?.length === 0}>
          <Empty title={t().nothing} sentence="">
            <Show when={props.add}>{(add) => <Button onClick={() => add().run()}>{add().name}</Button>}</Show>
          </Empty>
        </Match>
        <Match when={true}>
          <div class="settings-table">
            <Ledger
              label={props.label}
              columns={props.columns}
              rows={props.rows ?? []}
              keyOf={(row) => props.keyOf(row)}
              waiting={props.rows === undefined}
              phoneLine={props.phoneLine}
            />
          </div>
          <Show when={props.add}>
            {(add) => (
              <div class="settings-actions">
                <Button onClick={() => add().run()}>{add().name}</Button>
              </div>
            )}
          </Show>
        </Match>
      </Switch>
    </>
  );
}
