import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";
import { routes } from "./routes.ts";
import { xlsxOf } from "./xlsx.ts";

const table = routes.find((route) => route.path === "/ratios/table");
const route = () => {
  if (table === undefined) throw new Error("there is no table of projects");
  return table;
};
const items = [
  {
    name: '=HYPERLINK("http://evil.example")',
    gap: "1250.50",
    minutes: 90,
    ratio: null,
    channels: ["a", "b"],
  },
  { name: "+curl", gap: "-3.00", minutes: 0, ratio: 0.25, channels: [] },
];

test("a sheet writes text as text, numbers as numbers and nothing as a formula", async () => {
  const response = await xlsxOf(route(), { items });
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="headwater-ratiostable.xlsx"',
  );
  const files = unzipped(Buffer.from(await response.arrayBuffer()));
  const text = (name: string) => files.get(name) ?? "";
  const sheet = text("xl/worksheets/sheet1.xml");
  const strings = text("xl/sharedStrings.xml");
  expect(sheet).not.toContain("<f>");
  expect(strings).toContain("=HYPERLINK(");
  expect(strings).toContain("+curl");
  expect(sheet).toContain("<v>1250.5</v>");
  expect(sheet).toContain("<v>-3</v>");
  expect(sheet).toContain("<v>0.25</v>");
});

test("a cell of CSV that a spreadsheet would run is given an apostrophe, a negative amount is not", async () => {
  const text = await csvOf(route(), { items }).text();
  expect(text.split("\r\n")).toEqual([
    "name,gap,minutes,ratio,channels",
    `"'=HYPERLINK(""http://evil.example"")",1250.50,90,,a b`,
    "'+curl,-3.00,0,0.25,",
    "",
  ]);
});

/** The files of a zip by name, found by its central directory (APPNOTE 4.3.12). */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 46)) {
    const [size, nameLength, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const plain = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(zip.toString("utf8", at + 46, at + 46 + nameLength), plain.toString("utf8"));
  }
  return files;
}
