import { Ratios, Summary, type RatioRow } from "@headwater/contract/ratios";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, type Installation } from "../testing/installation.ts";
import { enterExample } from "./example.ts";

// A whole year that is over, so that the day on which the test runs changes nothing.
const year = new Date().getUTCFullYear() - 1;
const period = ["--period", String(year)];

let server: Installation;
beforeAll(async () => {
  server = await installation();
  await enterExample(server, { year, smallProductFloor: 0 });
});
afterAll(() => server.stop());

const throughRest = {
  ratios: async () => Ratios.parse((await server.ask({ path: `/api/v1/ratios?period=${year}` })).json),
  summary: async () => Summary.parse((await server.ask({ path: `/api/v1/summary?period=${year}` })).json),
};
const throughCommandLine = {
  ratios: async () => Ratios.parse(JSON.parse((await server.run(["ratios", ...period, "--json"])).stdout)),
  summary: async () => Summary.parse(JSON.parse((await server.run(["summary", ...period, "--json"])).stdout)),
};

const byName = ({ items }: Ratios) => items.toSorted((one, other) => (one.name < other.name ? -1 : 1));
const printedRow = (row: RatioRow) => [
  row.name,
  row.usageShare?.toFixed(4),
  row.giveBackShare?.toFixed(4),
  row.ratio?.toFixed(2),
  row.fairShareMet?.toFixed(3),
  Math.round(Number(row.gap)),
  row.tail,
];

describe.each([
  ["REST", throughRest],
  ["the command line", throughCommandLine],
])("the worked example with the floor off, through %s", (_, { ratios, summary }) => {
  it("gives the printed digits of each project", async () => {
    expect(byName(await ratios()).map(printedRow)).toEqual([
      ["a", "0.1984", "0.8792", "4.43", "1.147", 0, false],
      ["b", "0.2262", "0.0000", "0.00", "0.000", 18_095, false],
      ["c", "0.1429", "0.0966", "0.68", "0.175", 9429, false],
      ["d", "0.3690", "0.0000", "0.00", "0.000", 29_524, false],
      ["e", "0.0635", "0.0242", "0.38", "0.098", 4579, false],
    ]);
  });

  it("splits the target over usage to the cent", async () => {
    const cents = (await ratios()).items.map(({ fairShare }) => Math.round(Number(fairShare) * 100));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(8_000_000);
  });

  it("gives the printed digits of the company", async () => {
    const company = await summary();
    expect(company).toMatchObject({
      target: "80000.00",
      giveBack: "30700.00",
      time: "13200.00",
      minutes: 7200,
      cash: "7500.00",
      pooled: "10000.00",
      unknownRows: 0,
      pledge: { eligibleCash: "17500.00", developers: 40, perDeveloper: "437.50", currency: "USD" },
    });
    const { concentration, ...figures } = company;
    const percent = (share: number | null) => ((share ?? Number.NaN) * 100).toFixed(1);
    expect([
      percent(figures.giveBackOfTarget),
      percent(figures.coverage),
      percent(figures.alignment),
    ]).toEqual(["38.4", "40.5", "31.9"]);
    expect([figures.monthsBehind?.toFixed(1), Math.round(Number(figures.gap))]).toEqual(["9.2", 61_627]);
    expect([concentration.hhi?.toFixed(3), concentration.gini?.toFixed(2)]).toEqual(["0.783", "0.74"]);
  });
});

describe("the worked example, as a person reads it", () => {
  it("stands in the table of projects, the largest gap first", async () => {
    const { status, stdout } = await server.run(["ratios", ...period]);
    expect(status).toBe(0);
    const rows = stdout
      .split("\n")
      .slice(1, 6)
      .map((line) =>
        line
          .trim()
          .split(/\s{2,}/)
          .slice(0, 9),
      );
    expect(rows).toEqual([
      ["d", "36.90", "100", "0.00", "0.00", "0.00", "29523.81", "0.00", "29523.81"],
      ["b", "22.62", "86", "0.00", "0.00", "0.00", "18095.24", "0.00", "18095.24"],
      [
        "c",
        "14.29",
        "43",
        "2000.00",
        "9.66",
        "0.68",
        "11428.57",
        expect.stringMatching(/^0\.1[78]$/),
        "9428.57",
      ],
      ["e", "6.35", "57", "500.00", "2.42", "0.38", "5079.36", "0.10", "4579.36"],
      ["a", "19.84", "86", "18200.00", "87.92", "4.43", "15873.02", "1.15", "0.00"],
    ]);
  });

  it("stands in the headline", async () => {
    const { stdout } = await server.run(["summary", ...period]);
    for (const line of [
      /give-back\s+30700\.00 USD/,
      /give-back of target\s+38\.4 %/,
      /coverage\s+40\.5 %/,
      /alignment\s+31\.9 %/,
      /gap\s+61626\.\d\d USD/,
      /months behind\s+9\.2/,
      /HHI 0\.783, Gini 0\.74/,
      /Pledge per developer\s+437\.50 USD/,
    ])
      expect(stdout).toMatch(line);
  });
});

it("gives the printed shares once the floor is twenty", async () => {
  const changed = await server.ask({
    method: "PATCH",
    path: "/api/v1/organization",
    body: { smallProductFloor: 20 },
  });
  expect(changed.status).toBe(200);
  const shares = async (ratios: () => Promise<Ratios>) =>
    byName(await ratios()).map(({ usageShare }) => usageShare?.toFixed(4));
  for (const surface of [throughRest, throughCommandLine])
    expect(await shares(surface.ratios)).toEqual(["0.2143", "0.2500", "0.1071", "0.3571", "0.0714"]);
});
