import { inArray } from 'drizzle-orm';
import { type Cents } from '~/domain/money/cents';
import { type ChainFault, chainFaults } from '~/domain/money/statement-chain';
import { type Queryable } from '../../client';
import { bankStatement } from '../../schema';

/** What does not fit between a statement and another one, as it is told; cents. */
export type StatementFault = Pick<ChainFault, 'kind'> & {
  openingCents: Cents;
  other: { id: string; statementId: string; closingCents: Cents };
};

/** What does not fit among the statements of these accounts (of all, if none are named), by the id of the statement. */
export async function statementFaults(
  db: Queryable,
  ibans?: readonly string[],
): Promise<Map<string, StatementFault[]>> {
  const { id, iban, statementId, number, fromOn, toOn, openingCents, closingCents } = bankStatement;
  const rows = await db
    .select({ id, iban, statementId, number, fromOn, toOn, openingCents, closingCents })
    .from(bankStatement)
    .where(ibans && inArray(iban, [...ibans]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = (id: string) => (fault: ChainFault) => {
    const [own, other] = [byId.get(id), byId.get(fault.other)];
    return own && other ? [{ kind: fault.kind, openingCents: own.openingCents, other }] : [];
  };
  const accounts = [...new Set(rows.map((row) => row.iban))];
  const found = accounts.flatMap((account) => [...chainFaults(rows.filter((row) => row.iban === account))]);
  return new Map(found.map(([id, faults]) => [id, faults.flatMap(told(id))]));
}
