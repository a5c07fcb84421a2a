import { type Body, type SeatOn } from '#db/reads/council/body';
import { budgetOfPool, budgetsByArea } from '#db/reads/ledger/account';
import { poolOf } from '#db/reads/ledger/pool';
import { add, zero } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';

/** The year's money that a council decides about, in cents: of its wijk, or of all wijken for the stadsraad. */
export async function moneyOf({ db }: Context, council: Body, year: number) {
  const none = { budget: zero, paid: zero, granted: zero, reserved: zero, left: zero };
  if (council.kind === 'buurtraad') {
    const pool = await poolOf(db, { areaId: council.areaId, year });
    return pool ? budgetOfPool(db, pool.id) : none;
  }
  return (await budgetsByArea(db, year)).reduce(
    (total, each) => ({
      budget: add(total.budget, each.budget),
      paid: add(total.paid, each.paid),
      granted: add(total.granted, each.granted),
      reserved: add(total.reserved, each.reserved),
      left: add(total.left, each.left),
    }),
    none,
  );
}

/** A seat as others may see it: no person behind it but a name. */
export const publicSeat = (seat: SeatOn) => ({ ...seat, personId: null });
