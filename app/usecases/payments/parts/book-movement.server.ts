import { bookedByHand } from '#db/reads/payments/bank';
import { paymentEntryOf } from '#db/reads/payments/batch';
import { sourceById } from '#db/reads/ledger/account';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { receiptLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { returnCodeIn } from '~/domain/money/return-reason';
import { type Match } from '~/domain/money/statement';
import { reverse } from '~/usecases/ledger/parts/reverse.server';
import { receiveBack } from '~/usecases/grants/parts/clawback.server';
import { grantMoney } from '~/usecases/grants/parts/granted.server';

/** A line of a statement, as it is booked. */
export type BookedLine = { id: string; bookedOn: CalendarDate; cents: Cents; returnReason?: string | null };

/** The entry that a movement is; `added` is false when it stood in the books already. */
export type BookedMovement = { entryId: bigint; added: boolean };

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
  match: Exclude<Match, null | { kind: 'payment' }>,
  taken: readonly bigint[] = [],
): Promise<BookedMovement> {
  const key = `bank:${line.id}`;
  const booking = { ...booker, today: line.bookedOn };
  const { cents } = line;
  if (match.kind === 'return') {
    const paid = await paymentEntryOf(tx, match.lineId);
    if (!paid) throw new DomainError('notFound');
    const { entryId, reversedBy } = paid;
    if (reversedBy !== null) return { entryId: reversedBy, added: false };
    // Everybody reads it, so only the code: in its own words a bank names people and accounts.
    const why = returnCodeIn(line.returnReason) ?? 'zonder code';
    const reason = `Betaling kwam terug van de bank (${why})`;
    return added(await reverse(tx, { ...booking, reason }, { entryId, key }));
  }
  const before = await bookedByHand(tx, { ...match, cents }, taken);
  if (before !== null) return { entryId: before, added: false };
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

const added = ({ entryId }: Booked): BookedMovement => ({ entryId, added: true });
