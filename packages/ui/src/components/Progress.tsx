import "./progress.css";

/** A thin line that fills; without a share it says only that something goes on. */
export function Progress(props: { readonly label: string; readonly share: number | null }) {
  return <progress class="progress" aria-label={props.label} max={1} value={props.share ?? undefined} />;
}
