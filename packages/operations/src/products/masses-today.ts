import { productEras, productMasses } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { epochDay } from "@headwater/domain/period";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** What part of a product rests on each project today; empty while nothing is in force. */
export interface MassesToday {
  /** By project id, the heaviest first: part of all that the product's projects keep, and whether it runs. */
  readonly shares: ReadonlyMap<Identifier<"prj">, { readonly share: number; readonly runtime: boolean }>;
  /** By the uuid that a plain query answers; null for a project that the product does not have. */
  readonly shareOf: (projectUuid: string) => number | null;
  readonly assumed: boolean;
}

export async function massesToday(context: Context, product: Identifier<"prd">): Promise<MassesToday> {
  const today = epochDay(context.today);
  const organizationId = context.organization.id;
  const [era] = await context.db
    .select({ kept: productEras.kept, assumed: productEras.assumed })
    .from(productEras)
    .where(
      and(
        eq(productEras.organizationId, organizationId),
        eq(productEras.productId, product),
        lte(productEras.startDay, today),
        gt(productEras.endDay, today),
      ),
    );
  const rows = await context.db
    .select({
      projectId: productMasses.projectId,
      mass: productMasses.mass,
      runtime: productMasses.runtime,
    })
    .from(productMasses)
    .where(
      and(
        eq(productMasses.organizationId, organizationId),
        eq(productMasses.productId, product),
        lte(productMasses.startDay, today),
        gt(productMasses.endDay, today),
      ),
    );
  const kept = era?.kept ?? 0;
  const shares = new Map(
    rows
      .sort((one, other) => other.mass - one.mass || (one.projectId < other.projectId ? -1 : 1))
      .map(({ projectId, mass, runtime }) => [projectId, { share: kept === 0 ? 0 : mass / kept, runtime }]),
  );
  const byUuid = new Map([...shares].map(([id, { share }]) => [identifierToUuid(id), share]));
  return { shares, shareOf: (uuid) => byUuid.get(uuid) ?? null, assumed: era?.assumed ?? false };
}
