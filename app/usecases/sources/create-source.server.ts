import { countSources } from '#db/reads/sources/source';
import { transaction } from '#db/transaction';
import { type Kolom } from '~/domain/ledger/kolom';
import { recordAct } from '#db/writes/audit/audit';
import { insertSource } from '#db/writes/sources/source';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Earmark, noEarmark } from '~/domain/ledger/earmark';
import { assertFreeCode, assertTerms, mostSources } from '~/domain/ledger/source';
import { type Rollover } from '~/domain/ledger/year-end';
import { trimmed } from '~/domain/text';
import { type Context } from '../context.server';

/** What a funder asks of the use of its money, and what happens to the rest at the end of the year. */
export type SourceTerms = Earmark & { rollover: Rollover; rolloverPct: number };

const plainTerms: SourceTerms = { ...noEarmark, rollover: 'lapses', rolloverPct: 0 };

/**
 * Adds a funder's promise of one year, without money yet; without terms it is free and goes back at the end of the year.
 * Returns its id.
 * Throws 'required' for an empty field, 'dateInvalid' and 'numberInvalid' for terms that do not hold together,
 * 'tooManySources' for a year that is full, 'alreadyDone' for a code in use, and the refusals of 'money.pledge'.
 */
export async function createSource(
  context: Context,
  input: { code: string; name: string; kolom: Kolom; year: number; funder: string } & Partial<SourceTerms>,
): Promise<string> {
  const { db, actor, newId } = context;
  assertMay(actor, 'money.pledge');
  for (const field of ['code', 'name', 'funder'] as const) {
    if (trimmed(input[field]) === '') throw new DomainError('required', { field });
  }
  const row = { ...plainTerms, ...input };
  assertTerms(row);
  assertFreeCode(row.code);
  const id = newId();
  await transaction(db, async (tx) => {
    if ((await countSources(tx, row.year)) >= mostSources) {
      throw new DomainError('tooManySources', {
        field: 'name',
        detail: { max: mostSources, year: row.year },
      });
    }
    if (!(await insertSource(tx, { id, ...row }))) throw new DomainError('alreadyDone', { field: 'code' });
    await recordAct(tx, context, { act: 'source.create', subjectKind: 'source', subjectId: id });
  });
  return id;
}
