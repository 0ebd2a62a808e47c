/** A file with its place below what was dropped, `payments/package-lock.json`. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/** Folders that hold other people's lockfiles, or none at all: never what was meant by dropping a checkout. */
const skipped = new Set(["node_modules", ".git", "vendor", "target", "dist", ".venv"]);

/** Whether a path leads through such a folder. */
export function isOthersWork(path: string): boolean {
  return path.split("/").some((part) => skipped.has(part));
}

/** A dropped checkout may hold very many files; more than this is not what was meant. */
const MOST_FILES = 20_000;

/** Every file of a drop, folders opened. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  // Entries must be taken before the first await: the browser empties the transfer after the event.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
  } else if (isFolder(entry) && !skipped.has(entry.name)) {
    for (const child of await childrenOf(entry)) await walk(child, found);
  }
}

/** A reader hands out a hundred entries at a time and nothing at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return children;
    children.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
