import { expectedMoney, unexplainedLine } from '#db/reads/payments/bank';
import { twinsOf } from '#db/reads/payments/double';
import { sourceById } from '#db/reads/ledger/account';
import { isSetApart } from '#db/reads/payments/parked';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type Booking } from '#db/writes/ledger/journal';
import { insertMatches, lockBank, type NewMatch } from '#db/writes/payments/bank';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { zero } from '~/domain/money/cents';
import { splitAtOpen } from '~/domain/money/statement';
import { trimmed } from '~/domain/text';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';
import { type BookedLine, bookMovement } from './parts/book-movement.server';
import { bookExcess, bookOwnMovement, type OwnMovement } from './parts/park.server';

/** What a person says that a movement is: money of a source or of a claim, by its id, or of the gemeente itself and why. */
export type Explanation = { kind: 'receipt' | 'clawback'; id: string } | { kind: OwnMovement };

const isOwn = (said: Explanation): said is { kind: OwnMovement } =>
  said.kind === 'bankCost' || said.kind === 'notOurs';

/** Why a bank takes something needs no telling, unless somebody does. */
const ofBank = 'Bankkosten of rente';

type Told = Pick<NewMatch, 'kind' | 'entryId'>;

/**
 * Says by hand what a movement is: of a source (`id` its id), paid back of a grant (`id` the initiative's), what the bank
 * takes for its work, or not ours, with a reason. What comes in above what a source has open is set apart. A line that stands
 * on another statement too is booked with a reason only, which is kept.
 * Throws 'notFound', 'alreadyDone' (explained before), 'amountInvalid' (it went out), 'claimTooLow', 'reasonsRequired',
 * 'tooLong', 'periodClosed', and the refusals of 'statement.import'.
 */
export async function matchLine(
  context: Context,
  { lineId, reason, ...said }: { lineId: string; reason?: string } & Explanation,
): Promise<void> {
  const { db, actor, now, newId } = context;
  assertMay(actor, 'statement.import');
  await transaction(db, async (tx) => {
    await lockBank(tx);
    const line = await unexplainedLine(tx, lineId);
    if (!line) throw new DomainError('alreadyDone');
    const why = await reasonFor(tx, lineId, said, reason ?? '');
    const booking = bookedBy(context, 'statement.import', why ?? '');
    const rows = await explained(tx, booking, line, said);
    const by = { matchedBy: actor.personId ?? '', matchedAt: now };
    await insertMatches(
      tx,
      rows.map((row) => ({ id: newId(), lineId, reason: why, ...row, ...by })),
    );
    const subject = { subjectKind: 'bankStatement', subjectId: lineId } as const;
    await recordAct(tx, context, { act: 'statement.match', ...subject, ...(why && { reason: why }) });
  });
}

/** Why a movement is what a person says; null where nobody needs to tell. */
async function reasonFor(
  tx: Transaction,
  lineId: string,
  { kind }: Explanation,
  typed: string,
): Promise<string | null> {
  if (kind === 'notOurs' || (await twinsOf(tx, [lineId])).has(lineId)) return publicReason(typed);
  if (kind === 'bankCost') return trimmed(typed) === '' ? ofBank : publicReason(typed);
  return null;
}

async function explained(
  tx: Transaction,
  booking: Booking,
  line: BookedLine,
  said: Explanation,
): Promise<Told[]> {
  if (isOwn(said)) {
    if (said.kind === 'notOurs') await assertOncePerLine(tx, line);
    const { entryId } = await bookOwnMovement(tx, booking, line, said.kind);
    return [{ kind: said.kind, entryId }];
  }
  if (line.cents < 0n) throw new DomainError('amountInvalid');
  return said.kind === 'clawback'
    ? booked(tx, booking, line, said)
    : receivedUpToOpen(tx, booking, line, said.id);
}

/** What a source has open is received, and what came in above that is set apart under the same source. */
async function receivedUpToOpen(
  tx: Transaction,
  booking: Booking,
  line: BookedLine,
  sourceId: string,
): Promise<Told[]> {
  const expected = await expectedMoney(tx);
  const open = expected.find(({ kind, id }) => kind === 'receipt' && id === sourceId)?.open ?? zero;
  const { received, excess } = splitAtOpen(line.cents, open);
  const rows: Told[] = [];
  if (!(await sourceById(tx, sourceId))) throw new DomainError('notFound');
  if (excess > 0n) {
    await assertOncePerLine(tx, line);
    const reason = { ...booking, reason: 'Meer ontvangen dan toegezegd' };
    const { entryId } = await bookExcess(tx, reason, line, { sourceId, cents: excess });
    rows.push({ kind: 'parked', entryId });
  }
  if (received === zero) return rows;
  const part = { ...line, cents: received };
  return [...(await booked(tx, booking, part, { kind: 'receipt', id: sourceId })), ...rows];
}

/** Of one movement money is set apart once, so that what becomes of it is about one amount. */
async function assertOncePerLine(tx: Transaction, { id }: BookedLine): Promise<void> {
  if (await isSetApart(tx, id)) throw new DomainError('alreadyDone');
}

async function booked(
  tx: Transaction,
  booking: Booking,
  line: BookedLine,
  match: { kind: 'receipt' | 'clawback'; id: string },
): Promise<Told[]> {
  const rows = await bookMovement(tx, booking, line, match);
  return rows.map(({ entryId }) => ({ kind: match.kind, entryId }));
}
