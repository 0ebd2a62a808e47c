import { Match, Show, Switch } from "solid-js";
import "./paired-bars.css";
import { share } from "./scale.ts";

interface PairedBarsSmallProps {
  /** Shares of the column's one axis; what is above 1 is cut and marked as going on. Null where nobody can say what is fair. */
  readonly use: number | null;
  /** Null where nobody can say what was given. */
  readonly give: number | null;
  /** One sentence that says both figures. */
  readonly label: string;
}

/**
 * What we take over what we give, 5 px each, on the axis that the column's head names. Zero is drawn. What is estimated
 * is said by the italic figure beside it: a hatch in 5 px is noise.
 */
export function PairedBarsSmall(props: PairedBarsSmallProps) {
  return (
    <svg class="paired-bars" role="img" aria-label={props.label}>
      <Show
        when={props.use !== null}
        fallback={<line class="paired-bars-unknown" x1="1" y1="4.5" x2="100%" y2="4.5" />}
      >
        <rect class="paired-bars-use" x="0" y="2" width={width(props.use ?? 0)} height="5" />
      </Show>
      <Switch fallback={<rect class="paired-bars-give" x="0" y="8" width="1" height="7" />}>
        <Match when={props.give === null}>
          <line class="paired-bars-unknown" x1="1" y1="11.5" x2="100%" y2="11.5" />
        </Match>
        <Match when={(props.give ?? 0) > 0}>
          <rect class="paired-bars-give" x="0" y="9" width={width(props.give ?? 0)} height="5" />
          <Show when={(props.give ?? 0) > 1}>
            <line class="paired-bars-cut" x1="90%" y1="15" x2="93%" y2="8" />
          </Show>
        </Match>
      </Switch>
    </svg>
  );
}

/** What is above zero is seen, however little it is. */
function width(part: number): string {
  return `${Math.max(0.9, share(part) * 100).toFixed(2)}%`;
}
