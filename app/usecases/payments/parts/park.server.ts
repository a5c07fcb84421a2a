import { ownMoney } from '#db/writes/sources/own-money';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { yearOf } from '~/domain/calendar';
import { bankCostLegs, parkingLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { type BookedLine, movementKey } from './book-movement.server';

/** What a movement is that no wijk gets or pays: what the bank takes for its work, or money that is not ours. */
export type OwnMovement = 'bankCost' | 'notOurs';

/**
 * Books what the bank takes (BANKKOSTEN) or what is not ours (PARKERING) on the money of the gemeente itself, in its journal,
 * on the day of the bank. Throws 'amountInvalid', 'periodClosed'.
 */
export async function bookOwnMovement(
  tx: Transaction,
  booker: Booking,
  line: BookedLine,
  kind: OwnMovement,
): Promise<Booked> {
  const year = yearOf(line.bookedOn);
  const share = { sourceId: await ownMoney(tx, year), cents: line.cents };
  const legs = kind === 'bankCost' ? bankCostLegs : parkingLegs;
  return bookEntry(
    tx,
    { ...booker, today: line.bookedOn },
    {
      areaId: null,
      kind: kind === 'bankCost' ? 'bankCost' : 'parking',
      key: await movementKey(tx, line),
      request: { lineId: line.id, kind },
      legs: async () => legs(share),
    },
  );
}

/** Sets apart what came in above what a source promised (PARKERING); `line` is the movement that it is a part of. */
export async function bookExcess(
  tx: Transaction,
  booker: Booking,
  line: BookedLine,
  { sourceId, cents }: { sourceId: string; cents: Cents },
): Promise<Booked> {
  return bookEntry(
    tx,
    { ...booker, today: line.bookedOn },
    {
      areaId: null,
      kind: 'parking',
      key: `${await movementKey(tx, line)}:excess`,
      request: { lineId: line.id, sourceId, cents },
      legs: async () => parkingLegs({ sourceId, cents }),
    },
  );
}
