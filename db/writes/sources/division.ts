import { type Transaction } from '../../client';
import { division, divisionPart } from '../../schema';

type NewDivision = typeof division.$inferInsert;
type NewPart = Omit<typeof divisionPart.$inferInsert, 'divisionId'>;

/** Keeps by which key a source was divided, what each wijk weighed and what it got. */
export async function insertDivision(
  tx: Transaction,
  row: NewDivision,
  parts: readonly NewPart[],
): Promise<void> {
  await tx.insert(division).values(row);
  await tx.insert(divisionPart).values(parts.map((part) => ({ ...part, divisionId: row.id })));
}
