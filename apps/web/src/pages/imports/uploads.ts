import { showToast } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { createStore, produce } from "solid-js/store";
import type { ReadFile } from "../../answers.ts";
import { usageChanged } from "../../queries.ts";
import { Refusal, server } from "../../server.ts";
import { onSession } from "../../session.ts";
import type { InventoryFile, Sifted } from "./inventory-files.ts";
import { t } from "./texts.ts";

/** What becomes of one file. Each stands on its own: a refused one takes none of the others with it. */
type Fate =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "reading" }
  | { readonly kind: "done"; readonly read: ReadFile }
  | { readonly kind: "refused"; readonly detail: string };

export interface FileUpload extends Pick<InventoryFile, "file" | "beside"> {
  readonly id: number;
  /** The source inside the product, `web/package-lock.json`. */
  readonly source: string;
  readonly product: string;
  readonly fate: Fate;
}

/** Two at a time: one is read by the server while the next is on its way. */
const AT_ONCE = 2;

const [uploads, setUploads] = createStore<FileUpload[]>([]);
const [skipped, setSkipped] = createSignal(0);
const [chosenProduct, chooseProduct] = createSignal<string | null>(null);
const stops = new Map<number, AbortController>();
let lastId = 0;

/** The files of this visit, the newest drop last. They survive a change of page. */
export { uploads };

/** How many files of the folders that were dropped are surely no inventories. */
export { skipped };

/** The product that files outside a folder go to, once somebody chose it. */
export { chosenProduct, chooseProduct };

onSession((samePerson) => {
  if (samePerson) sendNext();
  else forgetAll();
});

/** Puts files in line. The first folder of a path names the product; a single file goes to `fallbackProduct`. */
export function addFiles(sifted: Sifted, fallbackProduct: string): void {
  const added = sifted.inventories.map(({ file, beside, path }): FileUpload => {
    lastId += 1;
    return { id: lastId, file, beside, ...placeOf(path, fallbackProduct), fate: { kind: "waiting" } };
  });
  setSkipped((files) => files + sifted.skipped);
  setUploads(
    produce((all) => {
      all.push(...added);
    }),
  );
  sendNext();
}

/** The product and the source that a path stands for, `payments/web/yarn.lock` → payments, web/yarn.lock. */
export function placeOf(
  path: string,
  fallbackProduct: string,
): { readonly product: string; readonly source: string } {
  const [first = "", ...rest] = path.split("/").filter((part) => part !== "");
  return rest.length === 0
    ? { product: fallbackProduct, source: first }
    : { product: slugOf(first), source: rest.join("/") };
}

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae" };

/** A name as an address takes it: small letters, digits and hyphens. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[łøđßæ]/g, (letter) => plainLetters[letter] ?? "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "");
  return (
    plain
      .replaceAll(/[^a-z0-9._]+/g, "-")
      .replaceAll(/^[-._]+|[-._]+$/g, "")
      .slice(0, 120) || "product"
  );
}

/** Where a refused file shall go instead, once it is sent again. */
export function retarget(id: number, product: string): void {
  change(id, (upload) => ({ ...upload, product: slugOf(product) }));
}

/** Sends a file once more. */
export function sendAgain(id: number): void {
  meet(id, { kind: "waiting" });
  sendNext();
}

export function stop(id: number): void {
  stops.get(id)?.abort();
}

/** Takes what is over out of the list. */
export function clearDone(): void {
  setSkipped(0);
  setUploads((all) => all.filter((upload) => upload.fate.kind !== "done" && upload.fate.kind !== "refused"));
}

/** Whoever comes next at this browser sees nothing of what another one sent. */
function forgetAll(): void {
  for (const stopper of stops.values()) stopper.abort();
  setSkipped(0);
  chooseProduct(null);
  setUploads([]);
}

/** How the files stand, in words. */
export function tallyOf(files: readonly FileUpload[], others: number): string {
  const done = files.filter((file) => file.fate.kind === "done").length;
  const refused = files.filter((file) => file.fate.kind === "refused").length;
  const open = files.length - done - refused;
  const parts = [t().imported(done)];
  if (refused > 0) parts.push(t().refused(refused));
  if (open > 0) parts.push(t().onTheWay(open));
  if (others > 0) parts.push(t().skipped(others));
  return parts.join(" · ");
}

function sendNext(): void {
  const running = uploads.filter(
    (upload) => upload.fate.kind === "sending" || upload.fate.kind === "reading",
  ).length;
  const waiting = uploads.filter((upload) => upload.fate.kind === "waiting");
  for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - running))) void send(upload.id);
}

async function send(id: number): Promise<void> {
  const upload = uploads.find((one) => one.id === id);
  if (upload === undefined) return;
  const stopper = new AbortController();
  stops.set(id, stopper);
  const { product, source, file, beside } = upload;
  const onSent = (share: number) => meet(id, share < 1 ? { kind: "sending", share } : { kind: "reading" });
  onSent(0);
  try {
    const read = await server.upload({ product, source, file, beside, onSent, signal: stopper.signal });
    meet(id, { kind: "done", read });
  } catch (error) {
    meet(id, fateOf(error));
    // Without a session the next would fare no better; all wait until the same person is back.
    if (isSignedOut(error)) return void stops.delete(id);
  }
  stops.delete(id);
  sendNext();
  if (stops.size === 0) {
    // Who has gone on to another page hears of it there.
    if (!location.pathname.startsWith("/imports")) showToast({ said: tallyOf(uploads, skipped()) });
    await usageChanged();
  }
}

function fateOf(error: unknown): Fate {
  if (!(error instanceof Refusal)) throw error;
  return error.isSignedOut ? { kind: "waiting" } : { kind: "refused", detail: error.message };
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.isSignedOut;
}

function meet(id: number, fate: Fate): void {
  change(id, (upload) => ({ ...upload, fate }));
}

function change(id: number, to: (upload: FileUpload) => FileUpload): void {
  const index = uploads.findIndex((upload) => upload.id === id);
  const upload = uploads[index];
  if (upload !== undefined) setUploads(index, to(upload));
}
