import type { Database } from "@headwater/db";
import { jobsWait } from "@headwater/db/queue";
import { leftToDo } from "@headwater/operations/housekeeping/waiting";
import { allTenants } from "../tenants.ts";

/** Whether anything is left to do on the database, whoever wrote it. */
export async function workWaits(database: Database): Promise<boolean> {
  if (await jobsWait(database)) return true;
  for (const organizationId of await allTenants(database))
    if (await leftToDo(database, organizationId)) return true;
  return false;
}
