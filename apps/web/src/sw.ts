/**
 * The service worker. It lets the pages open while the server cannot be reached: the shell and its files are kept, and
 * who is signed in. Figures are never kept: an old figure must not look like a new one. Entries of the log wait in
 * frame/outbox.ts.
 */
const SHELL = "headwater-shell-1";
const SESSION = "headwater-session-1";

/** What the guards of the pages ask before anything is shown. */
const guards = new Set(["/api/auth/get-session", "/api/v1/installation"]);

/** What the types of a window do not know of a worker. */
interface LifeEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface RequestEvent extends LifeEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
declare const clients: { readonly claim: () => Promise<void> };
declare function skipWaiting(): Promise<void>;

addEventListener("install", (event) => {
  if (isLife(event)) event.waitUntil(keepShell().then(skipWaiting));
});

addEventListener("activate", (event) => {
  if (isLife(event)) event.waitUntil(dropFormerCaches().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  if (isRequest(event)) answer(event);
});

addEventListener("message", (event) => {
  const said: unknown = event.data;
  if (isLife(event)) event.waitUntil(keepNamed(isRecord(said) ? said["keep"] : undefined));
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What a page used before this worker was there, and who is signed in. */
async function keepNamed(named: unknown): Promise<void> {
  if (!Array.isArray(named)) return;
  const paths: readonly unknown[] = named;
  const files = paths
    .filter((path) => typeof path === "string")
    .filter((path) => path.startsWith("/assets/"));
  await Promise.all([
    ...files.map((path) => keptFile(new Request(path))),
    ...[...guards].map((path) => askGuard(new Request(path))),
  ]);
}

function isLife(event: Event): event is LifeEvent {
  return "waitUntil" in event;
}

function isRequest(event: Event): event is RequestEvent {
  return "respondWith" in event;
}

function answer(event: RequestEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== "GET") {
    if (url.pathname === "/api/auth/sign-out") event.waitUntil(caches.delete(SESSION));
    return;
  }
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(keptFile(request));
  else if (guards.has(url.pathname)) event.respondWith(askGuard(request));
}

/** The page itself and the files that it names; the rest is kept when it is first used. */
async function keepShell(): Promise<void> {
  const response = await fetch("/", { cache: "no-cache" });
  if (!response.ok) return;
  const shell = await caches.open(SHELL);
  const text = await response.clone().text();
  await shell.put("/", response);
  const named = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  await shell.addAll(named);
}

async function dropFormerCaches(): Promise<void> {
  const names = await caches.keys();
  const former = names.filter((name) => name !== SHELL && name !== SESSION);
  await Promise.all(former.map((name) => caches.delete(name)));
}

/** Every address of the pages is one document, the newest where it can be had. */
async function openPage(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  try {
    const response = await fetch(request);
    if (isPage(response)) await renew(shell, response.clone());
    return response;
  } catch (unreached) {
    const kept = await shell.match("/");
    if (kept === undefined) throw unreached;
    return kept;
  }
}

function isPage(response: Response): boolean {
  return response.ok && (response.headers.get("content-type") ?? "").startsWith("text/html");
}

/** After an upgrade the files of the former release are of no use any more. */
async function renew(shell: Cache, page: Response): Promise<void> {
  const kept = await shell.match("/");
  const text = await page.clone().text();
  if (kept !== undefined && (await kept.text()) === text) return;
  await Promise.all((await shell.keys()).map((request) => shell.delete(request)));
  await shell.put("/", page);
}

/** Files of the build carry a digest of their content in their name: one that is kept is never another. */
async function keptFile(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await shell.put(request, response.clone());
  return response;
}

async function askGuard(request: Request): Promise<Response> {
  const session = await caches.open(SESSION);
  try {
    const response = await fetch(request);
    if (response.ok) await session.put(request, response.clone());
    return response;
  } catch (unreached) {
    const kept = await session.match(request);
    if (kept === undefined) throw unreached;
    return kept;
  }
}
