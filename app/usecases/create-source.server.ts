import { transaction } from '#db/transaction';
import { type Kolom } from '~/domain/ledger/kolom';
import { recordAct } from '#db/writes/audit';
import { insertSource } from '#db/writes/ledger';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type ActContext } from './context.server';

/**
 * Adds a funder's promise of one year, without money yet. Returns its id.
 * Throws 'required' for an empty field, 'alreadyDone' for a code in use, and the refusals of 'money.pledge'.
 */
export async function createSource(
  { db, actor, now, newId }: ActContext,
  input: { code: string; name: string; kolom: Kolom; year: number; funder: string },
): Promise<string> {
  assertMay(actor, 'money.pledge');
  for (const field of ['code', 'name', 'funder'] as const) {
    if (input[field].trim() === '') throw new DomainError('required', { field });
  }
  const id = newId();
  await transaction(db, async (tx) => {
    if (!(await insertSource(tx, { id, ...input }))) throw new DomainError('alreadyDone', { field: 'code' });
    await recordAct(tx, {
      at: now,
      actorId: actor.personId,
      act: 'source.create',
      subjectKind: 'source',
      subjectId: id,
    });
  });
  return id;
}
