import { claimsOf } from '#db/reads/grants/grant';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { takeBack } from '#db/writes/ledger/accounts';
import { attributeClaim, clawbackLegs, writeOffLegs } from '~/domain/ledger/settlement';
import { type Cents } from '~/domain/money/cents';
import { type GrantMoney } from './granted.server';
import { sweepLate } from '~/usecases/yearEnd/parts/sweep.server';

/**
 * Money that was asked back comes in, whole or in part, and is free again for the wijk (TERUGONTVANGST).
 * Throws 'amountInvalid', 'claimTooLow', 'keyReused', 'periodClosed'.
 */
export async function receiveBack(
  tx: Transaction,
  booking: Booking,
  money: GrantMoney,
  { cents, key }: { cents: Cents; key: string },
): Promise<Booked> {
  const { initiativeId, grant, of } = money;
  const booked = await bookEntry(tx, booking, {
    ...of,
    kind: 'clawback',
    key,
    request: { initiativeId, cents },
    legs: async () => clawbackLegs(attributeClaim(cents, await claimsOf(tx, initiativeId)), grant),
  });
  if (booked.again) return booked;
  await takeBack(tx, grant.pool, booked.entryId);
  await sweepLate(tx, booking, grant.pool, key);
  return booked;
}

/**
 * A claim that will not be paid, whole or in part, becomes cost (AFBOEKING).
 * Throws 'amountInvalid', 'claimTooLow', 'keyReused', 'periodClosed'.
 */
export async function writeOff(
  tx: Transaction,
  booking: Booking,
  { initiativeId, grant, of }: GrantMoney,
  { cents, key }: { cents: Cents; key: string },
): Promise<Booked> {
  return bookEntry(tx, booking, {
    ...of,
    kind: 'writeOff',
    key,
    request: { initiativeId, cents },
    legs: async () => writeOffLegs(attributeClaim(cents, await claimsOf(tx, initiativeId)), grant),
  });
}
