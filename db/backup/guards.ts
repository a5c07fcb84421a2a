import { type Owner } from '../owner';
import { quoted } from './catalog';

const ENABLED: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' };

/**
 * Takes away what would refuse history being written at once: triggers and foreign keys. The owner of the tables may, so no
 * superuser is needed; others wait until the transaction ends and never see it. Answers how to put all of it back, which
 * proves every foreign key anew. The tables are emptied of what migrations put in them.
 */
export async function liftGuards(
  { query }: Owner,
  tables: readonly { name: string }[],
): Promise<() => Promise<void>> {
  const triggers = await query<{ name: string; table: string; enabled: string }>(`
    select tgname as name, tgrelid::regclass::text as table, tgenabled as enabled
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and tgenabled <> 'D' and relnamespace = 'public'::regnamespace`);
  const keys = await query<{ name: string; table: string; definition: string }>(`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  for (const { name, table } of triggers) await query(`alter table ${table} disable trigger ${quoted(name)}`);
  for (const { name, table } of keys) await query(`alter table ${table} drop constraint ${quoted(name)}`);
  await query(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
  return async () => {
    for (const { name, table, definition } of keys)
      await query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    for (const { name, table, enabled } of triggers)
      await query(`alter table ${table} ${ENABLED[enabled]} trigger ${quoted(name)}`);
  };
}
