import { and, eq, sql } from 'drizzle-orm';
import { type Transaction } from '../../client';
import { area, areaCbs, cbsArea, installation } from '../../schema';

export type NewArea = typeof area.$inferInsert;
export type CbsRow = typeof cbsArea.$inferSelect;
export type Change = 'created' | 'changed' | 'unchanged';

/** Adds areas to our own tree; a parent stands before its children. */
export async function insertAreas(tx: Transaction, rows: readonly NewArea[]): Promise<void> {
  for (const row of rows) await tx.insert(area).values(row);
}

/** Keeps a CBS area as published; says whether it was new or different from what we had. */
export async function keepCbsArea(tx: Transaction, row: CbsRow): Promise<Change> {
  const { name, gemeenteCode, inhabitants, geometry } = row;
  const added = await tx.insert(cbsArea).values(row).onConflictDoNothing().returning({ code: cbsArea.code });
  if (added.length > 0) return 'created';
  const differs = sql`(${cbsArea.name}, ${cbsArea.gemeenteCode}, ${cbsArea.inhabitants}, ${cbsArea.geometry})
    is distinct from (${name}, ${gemeenteCode}, ${inhabitants}::int, ${JSON.stringify(geometry)}::jsonb)`;
  const changed = await tx
    .update(cbsArea)
    .set({ name, gemeenteCode, inhabitants, geometry })
    .where(and(eq(cbsArea.code, row.code), eq(cbsArea.year, row.year), differs))
    .returning({ code: cbsArea.code });
  return changed.length > 0 ? 'changed' : 'unchanged';
}

/** Says that an area is composed of this CBS area (among others). */
export async function composeOf(tx: Transaction, row: typeof areaCbs.$inferInsert): Promise<void> {
  await tx.insert(areaCbs).values(row).onConflictDoNothing();
}

/** Names the gemeente that this installation serves, when it serves none yet. */
export async function install(
  tx: Transaction,
  row: Omit<typeof installation.$inferInsert, 'one'>,
): Promise<void> {
  await tx.insert(installation).values(row).onConflictDoNothing();
}
