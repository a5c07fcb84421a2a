import { matchesBefore } from '#db/reads/payments/bank';
import { parkedOf } from '#db/reads/payments/parked';
import { sourceById } from '#db/reads/ledger/account';
import { bookEntry } from '#db/writes/ledger/journal';
import { recordAct } from '#db/writes/audit/audit';
import { insertMatches, lockBank } from '#db/writes/payments/bank';
import { lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { assignmentLegs } from '~/domain/ledger/rules';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Gives money that was set apart its destination (BESTEMMING): it is what a source promised and had not sent yet. All of it,
 * so what a source promises is raised first where it is too little. Throws 'alreadyDone' (it has an end), 'amountInvalid' (it
 * went out), 'notFound' at `sourceId`, 'poolInsufficient' (more than the source has open), 'periodClosed', and the refusals
 * of 'money.receive'.
 */
export async function assignParked(
  context: Context,
  { lineId, sourceId }: { lineId: string; sourceId: string },
): Promise<void> {
  const { actor, now, newId } = context;
  assertMay(actor, 'money.receive');
  await once(context, 'money.receive', { lineId, sourceId }, async (tx) => {
    await lockPayments(tx);
    await lockBank(tx);
    const apart = await parkedOf(tx, lineId);
    if (!apart) throw new DomainError('alreadyDone');
    if (apart.cents < 0n) throw new DomainError('amountInvalid');
    const to = await sourceById(tx, sourceId);
    if (!to) throw new DomainError('notFound', { field: 'sourceId' });
    const from = { sourceId: apart.source.id, cents: apart.cents };
    const { entryId } = await bookEntry(tx, bookedBy(context, 'money.receive', to.name), {
      areaId: null,
      kind: 'assignment',
      key: `assigned:${lineId}:${await matchesBefore(tx, lineId)}`,
      request: { lineId, sourceId },
      legs: async () => assignmentLegs({ from, to: sourceId }),
    });
    const by = { matchedBy: actor.personId ?? '', matchedAt: now };
    await insertMatches(tx, [{ id: newId(), lineId, kind: 'assigned', entryId, ...by }]);
    const subject = { subjectKind: 'bankStatement', subjectId: lineId } as const;
    await recordAct(tx, context, { act: 'statement.assign', ...subject });
  });
}
