import { preparationOf } from '#db/reads/yearEnd/preparation';
import { recordAct } from '#db/writes/audit/audit';
import { endPreparation } from '#db/writes/yearEnd/preparation';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { preparationLifecycle } from '~/domain/lifecycle/year-end';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Withdraws a year end that was made ready and not confirmed, by whoever made it or a colleague; nothing was booked. Throws
 * 'notFound', 'transitionRefused' (withdrawn or confirmed before), and the refusals of 'money.closeYear'. decisions/0019.
 */
export async function withdrawYearEnd(context: Context, year: number): Promise<void> {
  const { actor, now: at } = context;
  assertMay(actor, 'money.closeYear');
  await once(context, 'money.closeYear', { act: 'withdraw', year }, async (tx) => {
    const ready = await preparationOf(tx, year);
    if (!ready) throw new DomainError('notFound');
    next(preparationLifecycle, ready.state, 'withdraw');
    const { id: preparationId, preparedBy } = ready;
    const by = actor.personId ?? '';
    await endPreparation(tx, { preparationId, verdict: 'withdrawn', preparedBy, by, at });
    const subject = { subjectKind: 'period', subjectId: String(year) } as const;
    await recordAct(tx, context, { act: 'yearEnd.withdraw', ...subject });
  });
}
