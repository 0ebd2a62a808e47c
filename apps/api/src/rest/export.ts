import { exportOrganization } from "@headwater/operations/export/organization";
import type { Hono } from "hono";
import type { Surface, SurfaceVariables } from "../surface.ts";

/** GET /export: everything of the organization as a zip, streamed. */
export function serveExport(app: Hono<SurfaceVariables>, { runtime }: Surface): void {
  app.get("/api/v1/export", async (c) => {
    const archive = await exportOrganization(runtime, c.var.actor);
    const name = `headwater-${runtime.clock().toISOString().slice(0, 10)}.zip`;
    return new Response(archive, {
      headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${name}"` },
    });
  });
}
