import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name why_it_changes` writes the next migration from src/tables; `--custom` an empty one. */
export default defineConfig({ dialect: "postgresql", schema: "./src/tables/index.ts", out: "./migrations" });
