import { sourceById } from '#db/reads/ledger/account';
import { isClosed } from '#db/reads/yearEnd/figures';
import { type Transaction } from '#db/client';
import { holdYear } from '#db/writes/ledger/lock';
import { DomainError } from '~/domain/errors';
import { assertMeantFor } from '~/domain/ledger/source';

/**
 * A source as it may be promised to these wijken. Throws 'notFound', 'earmarkedElsewhere' (it is for another wijk) and
 * 'periodClosed' (its year is over and closed: nobody could decide about the money any more).
 */
export async function sourceFor(tx: Transaction, sourceId: string, areaIds: readonly string[]) {
  const source = await sourceById(tx, sourceId);
  if (!source) throw new DomainError('notFound', { field: 'sourceId' });
  assertMeantFor(source, areaIds);
  await holdYear(tx, source.year, 'shared');
  if (await isClosed(tx, source.year)) throw new DomainError('periodClosed');
  return source;
}
