import "./chart.css";

/** The texture of what is estimated: 45°, 1.5 px of ink every 3.6 px. A drawing names its own, once. */
export function Hatch(props: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={props.id}
        width="3.6"
        height="3.6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="chart-give" width="1.5" height="3.6" />
      </pattern>
    </defs>
  );
}
