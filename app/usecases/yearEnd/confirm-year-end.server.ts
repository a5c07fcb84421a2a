import { preparationOf } from '#db/reads/yearEnd/preparation';
import { recordAct } from '#db/writes/audit/audit';
import { insertTask } from '#db/writes/payments/task';
import { endPreparation } from '#db/writes/yearEnd/preparation';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { preparationLifecycle } from '~/domain/lifecycle/year-end';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { hashOf, planned } from './preview-year-end.server';

/**
 * Confirms the end of a year that somebody else made ready, when both saw the same figures (`previewHash`) and these are still
 * true; it is booked beside, whole or not at all. Answers the id of that task. Throws 'notFound' (nobody made it ready),
 * 'transitionRefused' (withdrawn or confirmed before), 'samePerson', 'yearChanged' and the refusals of 'money.closeYear'.
 * domain.md §6, decisions/0019.
 */
export async function confirmYearEnd(
  context: Context,
  { year, previewHash }: { year: number; previewHash: string },
): Promise<string> {
  const { actor, now: at } = context;
  assertMay(actor, 'money.closeYear');
  const by = actor.personId ?? '';
  return once(context, 'money.closeYear', { act: 'confirm', year, previewHash }, async (tx) => {
    const ready = await preparationOf(tx, year);
    if (!ready) throw new DomainError('notFound');
    next(preparationLifecycle, ready.state, 'confirm');
    const { id, preparedBy } = ready;
    if (preparedBy === by) throw new DomainError('samePerson');
    const same = ready.previewHash === previewHash && hashOf(await planned(tx, year)) === previewHash;
    if (!same) throw new DomainError('yearChanged');
    await endPreparation(tx, { preparationId: id, verdict: 'confirmed', preparedBy, by, at });
    await insertTask(tx, { id, kind: 'yearEnd', year, previewHash, askedBy: by, askedAt: at });
    await recordAct(tx, context, { act: 'yearEnd.confirm', subjectKind: 'moneyTask', subjectId: id });
    return id;
  });
}
