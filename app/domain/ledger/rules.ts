import { DomainError } from '../errors';
import { type Cents, subtract, sum, zero } from '../money/cents';
import { type Account, accounts, type Pool } from './accounts';
import { attribute } from './attribution';
import { credit, debit, type Leg, opposite, type Share } from './posting';

/** A source promises money to a pool: from now on the wijk can decide about it. Throws 'amountInvalid'. */
export function pledgeLegs(shares: readonly Share[], pool: Pool): Leg[] {
  return moved(shares, (share) => [
    debit(accounts.receivable(share.sourceId), share),
    credit(accounts.available(pool), share),
  ]);
}

/** Promised money arrives at the bank. Throws 'amountInvalid'. */
export function receiptLegs(shares: readonly Share[]): Leg[] {
  return moved(shares, (share) => [
    debit(accounts.bank(), share),
    credit(accounts.receivable(share.sourceId), share),
  ]);
}

/** Money is set apart for an application; `shares` come from `attribute` over the pool. Throws 'amountInvalid'. */
export function reservationLegs(shares: readonly Share[], pool: Pool, applicationId: string): Leg[] {
  return transfer(shares, accounts.available(pool), accounts.reserved(pool, applicationId));
}

/** Reserved money goes back to the pool, to the sources it came from. Throws 'amountInvalid'. */
export function releaseLegs(shares: readonly Share[], pool: Pool, applicationId: string): Leg[] {
  return transfer(shares, accounts.reserved(pool, applicationId), accounts.available(pool));
}

/**
 * A decision grants cents out of a reservation: the whole reservation ends, the granted part is committed and the
 * difference returns to the pool, each source its part. Throws 'amountInvalid' (nothing granted) and
 * 'poolInsufficient' (more granted than reserved).
 */
export function grantLegs(input: {
  reserved: readonly Share[];
  granted: Cents;
  pool: Pool;
  applicationId: string;
  grantId: string;
}): Leg[] {
  const { reserved, granted, pool } = input;
  const from = accounts.reserved(pool, input.applicationId);
  const standings = reserved.map(({ sourceId, cents }) => ({ sourceId, weight: cents, attributed: zero }));
  const committed = attribute(granted, standings);
  const ended = moved(reserved, (share) => [debit(from, share)]);
  const kept = moved(committed, (share) => [credit(accounts.committed(pool, input.grantId), share)]);
  const returned = rest(reserved, committed).map((share) => credit(accounts.available(pool), share));
  return [...ended, ...kept, ...returned];
}

/** An advance on a grant is approved and waits for payment. Throws 'amountInvalid'. */
export function advanceLegs(shares: readonly Share[], pool: Pool, grantId: string): Leg[] {
  return transfer(shares, accounts.advance(pool, grantId), accounts.payable(pool, grantId));
}

/** What waited for payment is ordered from the bank and is under way. Throws 'amountInvalid'. */
export function paymentOrderLegs(shares: readonly Share[], pool: Pool, grantId: string): Leg[] {
  return transfer(shares, accounts.payable(pool, grantId), accounts.underWay(pool, grantId));
}

/** What was under way has left the bank, as its statement tells. Throws 'amountInvalid'. */
export function paymentLegs(shares: readonly Share[], pool: Pool, grantId: string): Leg[] {
  return transfer(shares, accounts.underWay(pool, grantId), accounts.bank());
}

/** Money moved on the bank and nobody knows yet whose it is: it is set apart, or waits to come back. Throws 'amountInvalid'. */
export function parkingLegs(share: Share): Leg[] {
  return onBank(share, accounts.suspense(share.sourceId));
}

/** What the bank takes for its work, or pays as interest (above zero). Throws 'amountInvalid'. */
export function bankCostLegs(share: Share): Leg[] {
  return onBank(share, accounts.bankCost());
}

/** Money that was set apart turns out to be what a source promised, that one or another. Throws 'amountInvalid'. */
export function assignmentLegs({ from, to }: { from: Share; to: string }): Leg[] {
  return moved([from], (share) => {
    const received = { sourceId: to, cents: share.cents };
    const moves = [credit(accounts.bank(), share), debit(accounts.bank(), received)];
    return [
      debit(accounts.suspense(share.sourceId), share),
      ...(to === share.sourceId ? [] : moves),
      credit(accounts.receivable(to), received),
    ];
  });
}

/** The bank is ordered to send money back: to its giver, or to who sent it by mistake. Throws 'amountInvalid'. */
export function refundOrderLegs(share: Share, to: 'giver' | 'sender'): Leg[] {
  const { sourceId } = share;
  const from = to === 'giver' ? accounts.returned(sourceId) : accounts.suspense(sourceId);
  return transfer([share], from, accounts.returning(sourceId));
}

/** What went back has left the bank, as its statement tells. Throws 'amountInvalid'. */
export function refundLegs(share: Share): Leg[] {
  return transfer([share], accounts.returning(share.sourceId), accounts.bank());
}

/** A movement on the bank, into it above zero, with its other side. */
function onBank(share: Share, other: Account): Leg[] {
  if (share.cents === 0n) throw new DomainError('amountInvalid');
  return [debit(accounts.bank(), share), credit(other, share)];
}

/** The exact opposite of an entry, over the same accounts and sources: corrections never change what was booked. */
export function reversalLegs(legs: readonly Leg[]): Leg[] {
  return legs.map(opposite);
}

function transfer(shares: readonly Share[], from: Account, to: Account): Leg[] {
  return moved(shares, (share) => [debit(from, share), credit(to, share)]);
}

/** What is left of each share after taking another list from it, without the sources that have nothing left. */
export function rest(shares: readonly Share[], taken: readonly Share[]): Share[] {
  const takenFrom = (sourceId: string) =>
    sum(taken.filter((share) => share.sourceId === sourceId).map((share) => share.cents));
  return shares
    .map(({ sourceId, cents }) => ({ sourceId, cents: subtract(cents, takenFrom(sourceId)) }))
    .filter((share) => share.cents > 0n);
}

/** Legs for every share above zero; an act without money, or with a negative share, is no act: 'amountInvalid'. */
export function moved(shares: readonly Share[], legsOf: (share: Share) => Leg[]): Leg[] {
  if (shares.some((share) => share.cents < 0n) || shares.every((share) => share.cents === 0n)) {
    throw new DomainError('amountInvalid');
  }
  return shares.filter((share) => share.cents > 0n).flatMap(legsOf);
}
