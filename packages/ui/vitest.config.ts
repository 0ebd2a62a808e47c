import { defineConfig } from "vitest/config";

/** What needs no document: tokens and numbers as text. Components are tested in a real browser by apps/web. */
export default defineConfig({
  test: { name: "ui", environment: "node", include: ["src/**/*.test.ts"], css: true },
});
