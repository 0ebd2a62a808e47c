import pg, { type ClientBase } from "pg";
import { identityTables, ledgerTables } from "../tables/index.ts";

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
    ...privileges(table, appRole),
  ]);
  if (statements.length === 0) return;
  await client.query("begin");
  try {
    await client.query(refuseChange);
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

const refuseChange = `create or replace function headwater.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or removed: add a reversing row instead.', tg_table_name using errcode = 'restrict_violation';
end $$`;

function appendOnly({ name, triggers }: Table): string[] {
  if (!ledgers.has(name) || triggers.includes("append_only")) return [];
  return [
    `create trigger append_only before update or delete or truncate on ${pg.escapeIdentifier(name)} for each statement execute function headwater.refuse_change()`,
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
  return ledgers.has(table) ? ["INSERT", "SELECT"] : ["DELETE", "INSERT", "SELECT", "UPDATE"];
}
