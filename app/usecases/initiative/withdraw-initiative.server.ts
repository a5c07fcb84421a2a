import { recordAct } from '#db/writes/audit/audit';
import { lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { textWithin } from '~/domain/text';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { releaseReserved } from '../grants/parts/reserved.server';

const longestReason = 500;

/**
 * An applicant takes an initiative back before there is a decision; the reason, if given, is public. What was set apart
 * for it is free again in the same act. A second click changes nothing. Says whether it was public.
 * Throws 'tooLong', 'notFound' for whoever is no applicant, 'wrongState' after a decision. domain.md §2.3.
 */
export async function withdrawInitiative(
  context: Context,
  number: number,
  typed?: string,
): Promise<{ published: boolean }> {
  const { actor, now } = context;
  const reason = textWithin(longestReason, typed ?? '', 'reason') || null;
  return once(context, 'initiative.withdraw', { number, reason }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    assertMay(actor, 'initiative.readOwn', locked);
    const published = locked.schemeVersionId !== null;
    if (locked.state === 'withdrawn') return { published };
    assertMay(actor, 'initiative.withdraw', locked);
    const by = { at: now, actorId: actor.personId, role: 'applicant' as const };
    await recordTransition(tx, locked, 'withdraw', by, { reason });
    const booking = bookedBy(context, 'initiative.withdraw', locked.title);
    await releaseReserved(tx, booking, locked, `withdraw:${locked.id}`);
    await recordAct(tx, context, {
      act: 'initiative.withdraw',
      subjectKind: 'initiative',
      subjectId: locked.id,
      reason,
    });
    return { published };
  });
}
