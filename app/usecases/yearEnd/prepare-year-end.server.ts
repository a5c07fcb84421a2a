import { preparationOf } from '#db/reads/yearEnd/preparation';
import { runningYearEnd } from '#db/reads/yearEnd/result';
import { recordAct } from '#db/writes/audit/audit';
import { endPreparation, insertPreparation } from '#db/writes/yearEnd/preparation';
import { assertMay } from '~/domain/access/policy';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { hashOf, planned } from './preview-year-end.server';

/**
 * Makes the end of a year ready as it was shown (`previewHash`), for a second person to confirm. One that waits with figures
 * that are no longer true is withdrawn by this. Throws 'yearNotOver', 'yearChanged' (the figures are others by now),
 * 'alreadyDone' (nothing is left, these figures wait already, or it is being booked), and the refusals of
 * 'money.closeYear'. decisions/0019.
 */
export async function prepareYearEnd(
  context: Context,
  { year, previewHash }: { year: number; previewHash: string },
): Promise<void> {
  const { actor, now: at, today, newId } = context;
  assertMay(actor, 'money.closeYear');
  if (yearOf(today) <= year) throw new DomainError('yearNotOver');
  const by = actor.personId ?? '';
  await once(context, 'money.closeYear', { act: 'prepare', year, previewHash }, async (tx) => {
    const pools = await planned(tx, year);
    if (pools.length === 0 || (await runningYearEnd(tx, year))) throw new DomainError('alreadyDone');
    if (hashOf(pools) !== previewHash) throw new DomainError('yearChanged');
    const last = await preparationOf(tx, year);
    if (last?.state === 'prepared') {
      if (last.previewHash === previewHash) throw new DomainError('alreadyDone');
      const { id: preparationId, preparedBy } = last;
      await endPreparation(tx, { preparationId, verdict: 'withdrawn', preparedBy, by, at });
    }
    const number = (last?.number ?? 0) + 1;
    await insertPreparation(tx, { id: newId(), year, number, previewHash, preparedBy: by, preparedAt: at });
    const subject = { subjectKind: 'period', subjectId: String(year) } as const;
    await recordAct(tx, context, { act: 'yearEnd.prepare', ...subject });
  });
}
