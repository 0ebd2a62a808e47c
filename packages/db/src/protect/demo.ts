/**
 * The one way in which rows of ledgers go: a whole organization that was a demo from its first row on. What is a demo stands
 * in `demos`, where a row can be written only before its organization exists and never be changed to name another one. The
 * ledgers' triggers let a row go only in the scope of its own organization and only where that is a demo, whoever deletes;
 * the app's role may delete from no ledger, and calls `remove_demo`, which acts as the tables' owner.
 */
export const demoFunctions = `
create or replace function headwater.is_demo(organization uuid) returns boolean language sql stable as $$
  select exists (select from public.demos where organization_id = organization)
$$;

create or replace function headwater.scope() returns uuid language sql stable as $$
  select nullif(current_setting('headwater.organization', true), '')::uuid
$$;

create or replace function headwater.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and headwater.is_demo(headwater.scope()) then return null; end if;
  raise exception 'Rows of % are never changed or removed: add a reversing row instead.', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace function headwater.refuse_foreign_row() returns trigger language plpgsql as $$
begin
  if old.organization_id = headwater.scope() and headwater.is_demo(old.organization_id) then return old; end if;
  raise exception 'Rows of % are never changed or removed: add a reversing row instead.', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace function headwater.refuse_late_demo() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (select from public.tenants where organization_id = new.organization_id) then return new; end if;
  if tg_op = 'UPDATE' and new.organization_id = old.organization_id then return new; end if;
  raise exception 'An organization is a demo from its first row on, or never.' using errcode = 'restrict_violation';
end $$;

create or replace function headwater.remove_demo(organization uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  scope text := current_setting('headwater.organization', true);
  tenant_table text;
begin
  if not headwater.is_demo(organization) then
    raise exception 'Only a demo can be removed.' using errcode = 'restrict_violation';
  end if;
  perform set_config('headwater.organization', organization::text, true);
  delete from public.auth_users u where u.id in (select user_id from public.members where organization_id = organization)
    and not exists (select from public.members m where m.user_id = u.id and m.organization_id <> organization);
  for tenant_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'demos' order by c.relname
  loop
    execute format('delete from public.%I where organization_id = $1', tenant_table) using organization;
  end loop;
  delete from public.demos where organization_id = organization;
  perform set_config('headwater.organization', coalesce(scope, ''), true);
end $$;
revoke all on function headwater.remove_demo(uuid) from public;
`;
