/** The floor of the page's bench: the least that Solid can do to show the first rows of the same list. */
import type { RatioRow } from "@headwater/contract/ratios";
import { createSignal, For } from "solid-js";
import { render } from "solid-js/web";

const FIRST_ROWS = 40;

interface Answer {
  readonly 0: { readonly result: { readonly data: { readonly items: readonly RatioRow[] } } };
}

function Bare() {
  const [rows, setRows] = createSignal<readonly RatioRow[]>([]);
  const input = encodeURIComponent(JSON.stringify({ 0: { limit: 1000 } }));
  void fetch(`/api/trpc/ratios.read?batch=1&input=${input}`)
    .then((response) => response.json())
    .then((answer: Answer) => setRows(answer[0].result.data.items.slice(0, FIRST_ROWS)));
  return (
    <table>
      <tbody>
        <For each={rows()}>
          {(row) => (
            <tr>
              <td>{row.name}</td>
              <td>{row.usageShare}</td>
              <td>{row.giveBack}</td>
              <td>{row.gap}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

const place = document.querySelector("#page");
if (place !== null) render(() => <Bare />, place);
