import { defineConfig } from "vitest/config";

/**
 * `pure` needs nothing but Node; `database` runs on the embedded PostgreSQL or on DATABASE_URL;
 * `screen` renders in jsdom-free Node and in a real browser (apps/web/vitest.config.ts).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: ["packages/{domain,contract,ingest,tooling}/src/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["packages/{db,operations}/src/**/*.test.ts", "apps/{api,worker,cli}/src/**/*.test.ts"],
          globalSetup: ["packages/db/src/testing/cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      "packages/ui/vitest.config.ts",
      "apps/web/vitest.config.ts",
    ],
  },
});
