import { unexplainedLine } from '#db/reads/payments/bank';
import { twinsOf } from '#db/reads/payments/double';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { insertMatches, lockBank } from '#db/writes/payments/bank';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';

/**
 * Says of a line that it is the same movement as the line of a statement that was read before: it is never booked. Throws
 * 'alreadyDone' (explained before), 'notFound' (no statement before it has this line), and the refusals of
 * 'statement.import'.
 */
export async function endDouble(context: Context, lineId: string): Promise<void> {
  const { db, actor, now, newId } = context;
  assertMay(actor, 'statement.import');
  await transaction(db, async (tx) => {
    await lockBank(tx);
    if (!(await unexplainedLine(tx, lineId))) throw new DomainError('alreadyDone');
    const twin = (await twinsOf(tx, [lineId])).get(lineId);
    if (!twin) throw new DomainError('notFound');
    const by = { matchedBy: actor.personId ?? '', matchedAt: now };
    await insertMatches(tx, [{ id: newId(), lineId, kind: 'double', doubleOf: twin.lineId, ...by }]);
    const subject = { subjectKind: 'bankStatement', subjectId: lineId } as const;
    await recordAct(tx, context, { act: 'statement.match', ...subject });
  });
}
