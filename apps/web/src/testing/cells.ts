import type { Page } from "playwright-core";

/** The texts of the cells of rows, without the bars and the line that only a phone shows. */
export async function cells(page: Page, rows: string): Promise<string[][]> {
  return page.locator(rows).evaluateAll((found) =>
    found.map((row) =>
      [...row.children]
        .filter((cell) => !cell.classList.contains("c-bars"))
        .map((cell) => {
          const shown = cell.cloneNode(true);
          if (!(shown instanceof Element)) return "";
          shown.querySelector(".name-phone")?.remove();
          return shown.textContent ?? "";
        }),
    ),
  );
}
