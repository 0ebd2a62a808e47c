/** How high rows are: as dense as they can be read, or with more room. The choice stays in this browser. */
export const densities = ["dense", "comfortable"] as const;
export type Density = (typeof densities)[number];

const KEPT_AS = "headwater-density";

export function chosenDensity(): Density {
  return localStorage.getItem(KEPT_AS) === "comfortable" ? "comfortable" : "dense";
}

/** Sets the height of rows on the document; without an argument the one that was chosen before. */
export function applyDensity(density: Density = chosenDensity()): void {
  if (density === "dense") {
    localStorage.removeItem(KEPT_AS);
    delete document.documentElement.dataset["density"];
  } else {
    localStorage.setItem(KEPT_AS, density);
    document.documentElement.dataset["density"] = density;
  }
}
