export type DumpHeader = {
  format: "headwater-dump";
  formatVersion: 1;
  /** ISO 8601, UTC. */
  takenAt: string;
  secretFingerprint: string;
  migrations: { name: string; checksum: string }[];
};

export type DumpSummary = { tables: number; rows: number };

/** The header, or null when the value is none. */
export function parseHeader(value: unknown): DumpHeader | null {
  if (!isRecord(value) || value["format"] !== "headwater-dump" || value["formatVersion"] !== 1) return null;
  const { takenAt, secretFingerprint, migrations } = value;
  if (typeof takenAt !== "string" || typeof secretFingerprint !== "string" || !Array.isArray(migrations))
    return null;
  return {
    format: "headwater-dump",
    formatVersion: 1,
    takenAt,
    secretFingerprint,
    migrations: migrations.map(parseMigration),
  };
}

function parseMigration(value: unknown): { name: string; checksum: string } {
  return isRecord(value)
    ? { name: String(value["name"]), checksum: String(value["checksum"]) }
    : { name: "unknown", checksum: "" };
}

export function parseTable(value: unknown): { table: string; columns: string[] } | null {
  if (!isRecord(value) || typeof value["table"] !== "string" || !Array.isArray(value["columns"])) return null;
  return { table: value["table"], columns: value["columns"].map(String) };
}

export function parseEnd(value: unknown): { rows: number; sha256: string } | null {
  return isRecord(value) && typeof value["rows"] === "number" && typeof value["sha256"] === "string"
    ? { rows: value["rows"], sha256: value["sha256"] }
    : null;
}

export function parseSummary(value: unknown): DumpSummary | null {
  return isRecord(value) && typeof value["rows"] === "number" && typeof value["tables"] === "number"
    ? { rows: value["rows"], tables: value["tables"] }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
