import pg, { type ClientBase } from "pg";
import { identityTables, ledgerTables } from "../tables/index.ts";
import { demoFunctions } from "./demo.ts";

const identity: ReadonlySet<string> = new Set(identityTables);
const ledgers: ReadonlySet<string> = new Set(ledgerTables);

/**
 * Puts the second wall around every table: row-level security on what belongs to an organization, ledgers that only grow, and
 * no more privileges for the app's role than it needs. Reads the catalogue and changes what is missing, so a table cannot be forgotten
 * and a start that finds all in place takes no lock. The caller is the tables' owner and holds the advisory lock.
 */
export async function protect(client: ClientBase, appRole: string): Promise<void> {
  const tables = await readTables(client, appRole);
  const statements = tables.flatMap((table) => [
    ...isolation(table),
    ...appendOnly(table),
    ...demoFirst(table),
    ...privileges(table, appRole),
  ]);
  if (statements.length === 0) return;
  await client.query("begin");
  try {
    await client.query(demoFunctions);
    await client.query(
      `grant execute on function headwater.remove_demo(uuid) to ${pg.escapeIdentifier(appRole)}`,
    );
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

type Table = {
  name: string;
  secured: boolean;
  forced: boolean;
  policies: string[];
  triggers: string[];
  granted: string[];
};

async function readTables(client: ClientBase, appRole: string): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
       array(select polname::text from pg_policy where polrelid = c.oid) as policies,
       array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
       array(select a.privilege_type from aclexplode(c.relacl) a where a.grantee = $1::regrole order by 1) as granted
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    [pg.escapeIdentifier(appRole)],
  );
  return rows;
}

// In a sub-select, so that the setting is read once a statement and not once a row.
const ownOrganization =
  "organization_id = (select nullif(current_setting('headwater.organization', true), '')::uuid)";

function isolation({ name, secured, forced, policies }: Table): string[] {
  if (identity.has(name)) return [];
  const table = pg.escapeIdentifier(name);
  return [
    ...(secured ? [] : [`alter table ${table} enable row level security`]),
    ...(forced ? [] : [`alter table ${table} force row level security`]),
    ...(policies.includes("own_organization")
      ? []
      : [
          `create policy own_organization on ${table} using (${ownOrganization}) with check (${ownOrganization})`,
        ]),
  ];
}

function appendOnly({ name, triggers }: Table): string[] {
  const table = pg.escapeIdentifier(name);
  const wanted = {
    append_only: `before update or delete or truncate on ${table} for each statement execute function headwater.refuse_change()`,
    demo_rows_only: `before delete on ${table} for each row execute function headwater.refuse_foreign_row()`,
  };
  if (!ledgers.has(name)) return [];
  return Object.entries(wanted)
    .filter(([trigger]) => !triggers.includes(trigger))
    .map(([trigger, when]) => `create trigger ${trigger} ${when}`);
}

function demoFirst({ name, triggers }: Table): string[] {
  if (name !== "demos" || triggers.includes("demo_first")) return [];
  return [
    "create trigger demo_first before insert or update on demos for each row execute function headwater.refuse_late_demo()",
  ];
}

function privileges({ name, granted }: Table, appRole: string): string[] {
  const wanted = privilegesOf(name);
  if (wanted.join() === granted.join()) return [];
  const [table, role] = [pg.escapeIdentifier(name), pg.escapeIdentifier(appRole)];
  return [`revoke all on ${table} from ${role}`, `grant ${wanted.join(", ")} on ${table} to ${role}`];
}

/** In the order of the alphabet, as the catalogue is read. */
export function privilegesOf(table: string): readonly string[] {
  if (table === "installation") return ["SELECT"];
  // An organization that was taken out and put in again could be called a demo.
  if (table === "tenants") return ["INSERT", "SELECT"];
  // Goes with its organization (demo.ts).
  if (table === "demos") return ["INSERT", "SELECT", "UPDATE"];
  return ledgers.has(table) ? ["INSERT", "SELECT"] : ["DELETE", "INSERT", "SELECT", "UPDATE"];
}
