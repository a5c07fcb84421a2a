import { asOwner } from '../owner';
import { type Manifest, partsOf } from './manifest';

/** How much a backup holds: rows of tables, and bytes on the disk. */
export const sizeOf = (manifest: Manifest) => ({
  rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
  bytes: partsOf(manifest).reduce((sum, part) => sum + part.bytes, 0),
});

/**
 * Writes into the database that a backup of it ended well, so that its page of health knows. Says whether it did: a database
 * that this version has not brought up to date yet has no place for it.
 */
export function markBackup(url: string, manifest: Manifest): Promise<boolean> {
  const { rows, bytes } = sizeOf(manifest);
  return asOwner(url, async ({ query }) => {
    const [table] = await query(
      `select 1 from pg_tables where schemaname = 'public' and tablename = 'backup_mark'`,
    );
    if (!table) return false;
    await query(
      `insert into public.backup_mark (id, made_at, rows, bytes, sealed)
        values (gen_random_uuid(), $1::timestamptz, $2::bigint, $3::bigint, $4::boolean)`,
      [manifest.madeAt, String(rows), String(bytes), String(manifest.sealed)],
    );
    return true;
  });
}
