import "./icon.css";

/** Three streams that become one. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 2c0 6 7 5 7 10v6M10 2v10M17 2c0 6-7 5-7 10" />
    </svg>
  );
}
