import { type Booking } from '#db/writes/ledger/journal';
import { type Act } from '~/domain/access/policy';
import { type Context } from './context.server';

type Booker = Pick<Context, 'now' | 'today'> & { actor: Booking['actor'] };

/** What an act books under: who does it, when, for which date, and the reason that stands in the books. */
export const bookedBy = ({ actor, now, today }: Booker, by: Act, reason: string): Booking => ({
  actor,
  now,
  today,
  by,
  reason,
});
