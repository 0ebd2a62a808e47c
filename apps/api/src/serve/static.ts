import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import type { SurfaceVariables } from "../surface.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

/** The built web app: hashed files for ever, every other address is the page itself. */
export function serveStatic(app: Hono<SurfaceVariables>, folder: string): void {
  const index = readFileSync(join(folder, "index.html"));
  app.get("*", (c) => {
    const file = fileAt(folder, c.req.path);
    if (file === null)
      return c.body(new Uint8Array(index), 200, {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
      });
    const hashed = /\/assets\//.test(c.req.path);
    const headers = {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    };
    const takesGzip = (c.req.header("accept-encoding") ?? "").includes("gzip");
    if (!takesGzip || !COMPRESSIBLE.has(extname(file)))
      return new Response(new Uint8Array(readFileSync(file)), { headers });
    return new Response(new Uint8Array(packed(file)), {
      headers: { ...headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" },
    });
  });
}

const COMPRESSIBLE = new Set([".js", ".css", ".svg", ".json", ".html", ".txt"]);
/** Files of the build do not change while the server runs: each is compressed once. */
const packedFiles = new Map<string, Buffer>();

function packed(file: string): Buffer {
  const known = packedFiles.get(file);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(file));
  packedFiles.set(file, bytes);
  return bytes;
}

/** The file at an address inside the folder; null where there is none, and never one outside. */
function fileAt(folder: string, path: string): string | null {
  const decoded = unescaped(path);
  if (decoded === null || decoded.includes("\0")) return null;
  const file = normalize(join(folder, decoded));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  return file;
}

function unescaped(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A malformed escape names no file of ours.
    return null;
  }
}
