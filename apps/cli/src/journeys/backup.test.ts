import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installation, valueAt } from "../testing/installation.ts";
import { folderOf, headwater } from "../testing/run.ts";
import { enterExample } from "./example.ts";

const year = new Date().getUTCFullYear() - 1;

it(
  "backs an installation up while its server works, restores it elsewhere and finds its history whole",
  { timeout: 180_000 },
  async () => {
    const server = await installation();
    const other = await mkdtemp(join(tmpdir(), "headwater-restored-"));
    const folder = await folderOf({});
    try {
      await enterExample(server, { year, smallProductFloor: 0 });
      await expect
        .poll(
          async () =>
            valueAt(JSON.parse((await server.run(["audit", "verify", "--json"])).stdout), "pending"),
          { timeout: 30_000 },
        )
        .toBe(0);
      const verdict = await server.run(["audit", "verify", "--json"]);
      const ratios = async (from: typeof server) =>
        (await from.ask({ path: `/api/v1/ratios?period=${year}` })).json;
      const before = await ratios(server);
      expect(valueAt(before, "items", 0, "name")).toBe("d");

      const backup = await server.run(["backup", "whole.backup"], folder.path);
      expect(backup).toMatchObject({
        status: 0,
        stderr: "",
        stdout: expect.stringMatching(/^Wrote \d+ rows of \d+ tables to whole\.backup\./),
      });
      // The server has gone on, and goes on.
      expect(await ratios(server)).toEqual(before);
      const later = {
        payee: "Somebody",
        amount: "1",
        currency: "USD",
        day: `${year}-06-01`,
        kind: "donation",
        pooled: true,
      };
      expect((await server.ask({ method: "POST", path: "/api/v1/donations", body: later })).status).toBe(201);

      const secret = { HEADWATER_SECRET_FILE: join(server.dataFolder, "secret"), HEADWATER_DATA: other };
      const restored = await headwater(["restore", "whole.backup"], {
        folder: folder.path,
        environment: secret,
      });
      expect(restored).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^Restored \d+ rows of \d+ tables\./),
      });
      expect(/\d+ rows of \d+ tables/.exec(restored.stdout)?.[0]).toBe(
        /\d+ rows of \d+ tables/.exec(backup.stdout)?.[0],
      );
      // A second time there is something in the way, and nothing is written over.
      expect(
        await headwater(["restore", "whole.backup"], { folder: folder.path, environment: secret }),
      ).toMatchObject({ status: 2, stdout: "" });

      const again = await installation({
        dataFolder: other,
        key: server.key,
        secretFile: secret.HEADWATER_SECRET_FILE,
      });
      try {
        expect(await ratios(again)).toEqual(before);
        const chain: unknown = JSON.parse((await again.run(["audit", "verify", "--json"])).stdout);
        expect(chain).toMatchObject({
          intact: true,
          firstBroken: null,
          head: valueAt(JSON.parse(verdict.stdout), "head"),
          rows: valueAt(JSON.parse(verdict.stdout), "rows"),
        });
        expect((await again.run(["audit", "verify"])).stdout).toMatch(/^The chain of \d+ rows is whole/);
      } finally {
        await again.stop();
      }
    } finally {
      await server.stop();
      await folder.remove();
      await rm(other, { recursive: true, force: true });
    }
  },
);
