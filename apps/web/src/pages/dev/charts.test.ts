import { setLanguage } from "@headwater/ui/format";
import { createComponent } from "solid-js";
import { renderToString } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { Charts } from "./charts.tsx";

afterEach(() => setLanguage("en"));

/** As a report is written on the server: no document, nothing measured. */
function written(): string {
  return renderToString(() => createComponent(Charts, {}));
}

describe("charts written on the server", () => {
  test("are whole drawings of their usual width, with their height", () => {
    const html = written();
    expect(html).toMatch(/<svg[^>]*viewBox="0 0 776 258"[^>]*height="258"/);
    expect(html).not.toContain("NaN");
    expect(html).not.toContain("undefined");
  });

  test("say in one sentence what they show, each of them", () => {
    const drawings = [...written().matchAll(/<svg[^>]*role="img"[^>]*>/g)].map(([tag]) => tag);
    expect(drawings.length).toBeGreaterThan(20);
    for (const drawing of drawings) expect(drawing).toMatch(/aria-label="[^"]{10,}"/);
  });

  test("carry no style of their own, which the content security policy would refuse", () => {
    expect(written()).not.toMatch(/\sstyle=/);
  });

  test("print their sentence, and offer the table behind them", () => {
    const html = written();
    expect(html).toContain("Usage nearly doubled in two years");
    expect(html.match(/<figcaption/g)).toHaveLength(7);
    expect(html.match(/class="chart-figure-turn/g)).toHaveLength(7);
  });

  test("hatch what is estimated with a texture of their own, which is there", () => {
    const html = written();
    const used = new Set([...html.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id));
    const made = [...html.matchAll(/<pattern[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(used.size).toBe(3);
    expect(new Set(made).size).toBe(made.length);
    for (const id of used) expect(made).toContain(id);
  });

  test("speak German once it is chosen, figures included", () => {
    setLanguage("de");
    const html = written();
    expect(html).toContain("Die fünf größten Lücken");
    expect(html).toContain("13.248");
    expect(html).not.toContain("13,248");
  });
});
