import type { RestRoute } from "./route.ts";

/** The interface as a page that can be read without scripts; its one style sheet is served beside it. */
export function docsPage(routes: readonly RestRoute[]): string {
  const tags = [...new Set(routes.map((route) => route.tag))];
  const sections = tags.map(
    (tag) =>
      `<section><h2>${escaped(tag)}</h2><dl>${routes
        .filter((route) => route.tag === tag)
        .map(entry)
        .join("")}</dl></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Headwater: machine interface</title><link rel="stylesheet" href="/api/v1/docs.css"></head><body><main><h1>Machine interface</h1><p>Send a key as <code>Authorization: Bearer KEY</code> or <code>X-Api-Key: KEY</code>. The exact shapes are in <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Amounts are decimal texts; an unknown value is <code>null</code> beside <code>&lt;name&gt;Unknown</code> with the reason; errors are RFC 9457 problem documents with a <code>code</code>. Every write takes an <code>Idempotency-Key</code>.</p><section><h2>Uploads</h2><dl><dt><code>POST /api/v1/sboms?product=SLUG&amp;source=PATH&amp;create=true&amp;wait=true</code></dt><dd>Upload an SBOM or a lockfile as the body, plain or gzip.</dd><dt><code>PUT /api/v1/bom</code>, <code>POST /api/v1/bom</code></dt><dd>Upload as Dependency-Track's clients do.</dd></dl></section>${sections.join("")}</main></body></html>`;
}

export const docsStyle = `:root{color-scheme:light dark;font:15px/1.5 ui-sans-serif,system-ui,sans-serif}body{margin:0;background:light-dark(#fcfcf9,#15181b);color:light-dark(#1c2126,#e6e6e1)}main{max-width:46rem;margin:0 auto;padding:2rem 1rem}h1,h2{font-family:ui-serif,Georgia,serif;font-weight:600}section{border-top:1px solid;margin-top:2rem}dt{margin-top:.8rem}dd{margin:0}code{font-family:ui-monospace,monospace;font-size:.93em;overflow-wrap:anywhere}a{color:inherit}`;

function entry(route: RestRoute): string {
  return `<dt><code>${route.method.toUpperCase()} /api/v1${escaped(route.path)}</code></dt><dd>${escaped(route.summary)}. Needs <code>${escaped(route.operation.access)}</code>.</dd>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
