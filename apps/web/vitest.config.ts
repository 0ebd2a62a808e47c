import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

/**
 * Pure tests run in Node; `*.browser.test.ts` drive a real Chromium against the built pages under the real
 * content security policy. The pages are built once, before the first of them.
 */
export default defineConfig({
  plugins: [solid({ ssr: true })],
  test: {
    name: "web",
    environment: "node",
    include: ["src/**/*.test.ts"],
    globalSetup: ["src/testing/build.ts"],
    // One browser and one event loop are enough; two would only wait for each other.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
