import { grantStandings, settlementOf } from '#db/reads/grants/grant';
import { keyWasBooked } from '#db/reads/ledger/journal';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { highestAdvance } from '~/domain/ledger/grant';
import { type Cents, subtract } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { type GrantMoney, grantMoney } from './parts/granted.server';
import { advanceDraft } from './parts/pay.server';

/**
 * Approves an advance on a grant, up to the part that its fund allows; it waits for its payment (VOORSCHOT).
 * Throws 'notFound', 'alreadyDone' (settled already), 'amountInvalid', 'advanceTooHigh', 'keyReused', 'periodClosed', and
 * the refusals of 'money.advance'. domain.md §2.3, §5.4.
 */
export async function approveAdvance(
  context: Context,
  { number, cents, key }: { number: number; cents: Cents; key: string },
): Promise<Booked> {
  const { db, actor, today } = context;
  assertMay(actor, 'money.advance');
  return transaction(
    db,
    async (tx) => {
      const money = await grantMoney(tx, { number }, today);
      await lockJournals(tx, [money.area.id]);
      const booking = bookedBy(context, 'money.advance', money.title);
      if (!(await keyWasBooked(tx, key))) await assertRoom(tx, money, cents);
      return bookEntry(tx, booking, advanceDraft(tx, money, { cents, key }));
    },
    { keyed: true },
  );
}

async function assertRoom(tx: Transaction, money: GrantMoney, wanted: Cents): Promise<void> {
  if (await settlementOf(tx, money.initiativeId)) throw new DomainError('alreadyDone');
  const standing = (await grantStandings(tx, [money.initiativeId])).get(money.initiativeId);
  if (!standing) throw new DomainError('notFound');
  const room = subtract(highestAdvance(standing.committed, money.advancePct), standing.advance);
  if (wanted > room) throw new DomainError('advanceTooHigh', { field: 'cents', detail: { max: room } });
}
