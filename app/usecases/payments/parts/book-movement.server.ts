import { bookedByHand, matchesBefore } from '#db/reads/payments/bank';
import { orderOf } from '#db/reads/payments/order';
import { sourceById } from '#db/reads/ledger/account';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { receiptLegs, refundLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { returnCodeIn } from '~/domain/money/return-reason';
import { type Match } from '~/domain/money/statement';
import { reverse } from '~/usecases/ledger/parts/reverse.server';
import { receiveBack } from '~/usecases/grants/parts/clawback.server';
import { grantMoney } from '~/usecases/grants/parts/granted.server';
import { paymentDraft } from '~/usecases/grants/parts/pay.server';

/** A line of a statement, as it is booked. */
export type BookedLine = { id: string; bookedOn: CalendarDate; cents: Cents; returnReason?: string | null };

/**
 * The entry that a movement is; `added` is false when it stood in the books already. Null where approval itself was the
 * payment, as in older books.
 */
export type BookedMovement = { paymentLineId: string | null; entryId: bigint | null; added: boolean };

/**
 * Books what a movement on a statement is, on the day of the bank; the line is the key, so it is booked once. What
 * somebody booked by hand before the bank told of it is not booked again: that entry is the movement, unless it is one of
 * `taken`, which other movements of the same statement are. Throws 'notFound', 'poolInsufficient', 'claimTooLow',
 * 'periodClosed'.
 */
export async function bookMovement(
  tx: Transaction,
  booker: Booking,
  line: BookedLine,
  match: Exclude<Match, null>,
  taken: readonly bigint[] = [],
): Promise<BookedMovement[]> {
  const booking = { ...booker, today: line.bookedOn };
  if (match.kind === 'payment') {
    const paid: BookedMovement[] = [];
    for (const paymentLineId of match.lineIds) {
      paid.push({ paymentLineId, ...(await bookPayment(tx, booking, paymentLineId)) });
    }
    return paid;
  }
  if (match.kind === 'return') {
    return [{ paymentLineId: match.lineId, ...(await bookReturn(tx, booking, line, match.lineId)) }];
  }
  return [{ paymentLineId: null, ...(await bookIncome(tx, booking, line, match, taken)) }];
}

async function bookPayment(tx: Transaction, booking: Booking, lineId: string) {
  const order = await orderOf(tx, lineId);
  if (!order) throw new DomainError('notFound');
  const { orderId, initiativeId, sourceId, cents } = order;
  if (order.kind === 'payment') return { entryId: null, added: false };
  const key = `paid:${lineId}`;
  if (initiativeId !== null) {
    const money = await grantMoney(tx, { id: initiativeId }, booking.today);
    const draft = paymentDraft(tx, money, { orderId, key });
    return added(await bookEntry(tx, { ...booking, reason: money.title }, draft));
  }
  const source = sourceId === null ? undefined : await sourceById(tx, sourceId);
  if (!source) throw new DomainError('notFound');
  const booked = await bookEntry(
    tx,
    { ...booking, reason: source.name },
    {
      areaId: null,
      kind: 'refund',
      key,
      request: { orderId },
      legs: async () => refundLegs({ sourceId: source.id, cents }),
    },
  );
  return added(booked);
}

/** What came back waits again: the payment and its order are both taken back. */
async function bookReturn(tx: Transaction, booking: Booking, line: BookedLine, lineId: string) {
  const order = await orderOf(tx, lineId);
  if (!order) throw new DomainError('notFound');
  const { orderId, paidId } = order;
  const key = `bank:${line.id}`;
  // Everybody reads it, so only the code: in its own words a bank names people and accounts.
  const why = returnCodeIn(line.returnReason) ?? 'zonder code';
  const booker = { ...booking, reason: `Betaling kwam terug van de bank (${why})` };
  const back = await reverse(tx, booker, { entryId: paidId ?? orderId, key });
  if (paidId !== null) await reverse(tx, booker, { entryId: orderId, key: `${key}:order` });
  return added(back);
}

async function bookIncome(
  tx: Transaction,
  booking: Booking,
  line: BookedLine,
  match: { kind: 'receipt' | 'clawback'; id: string },
  taken: readonly bigint[],
) {
  const { cents } = line;
  const before = await bookedByHand(tx, { ...match, cents }, taken);
  if (before !== null) return { entryId: before, added: false };
  const key = await movementKey(tx, line);
  if (match.kind === 'clawback') {
    const money = await grantMoney(tx, { id: match.id }, booking.today);
    return added(await receiveBack(tx, { ...booking, reason: money.title }, money, { cents, key }));
  }
  const source = await sourceById(tx, match.id);
  if (!source) throw new DomainError('notFound');
  const booked = await bookEntry(
    tx,
    { ...booking, reason: source.name },
    {
      areaId: null,
      kind: 'receipt',
      key,
      request: { sourceId: match.id, cents },
      legs: async () => receiptLegs([{ sourceId: match.id, cents }]),
    },
  );
  return added(booked);
}

/** The key of a movement in the books; another one once a person took back what it was booked as. */
export async function movementKey(tx: Transaction, { id }: Pick<BookedLine, 'id'>): Promise<string> {
  const before = await matchesBefore(tx, id);
  return before === 0 ? `bank:${id}` : `bank:${id}:${before}`;
}

const added = ({ entryId }: Booked) => ({ entryId, added: true });
