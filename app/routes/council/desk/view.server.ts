import { rulesOf, termsOf } from '#db/reads/council/administration';
import { type Body, type SeatOn } from '#db/reads/council/body';
import { shortageOn, sittingsIn, testComposition } from '~/domain/council/composition';
import { type Context } from '~/usecases/context.server';

/** How many residents a council is short of, since when and until when that is allowed; null where it has enough. */
export async function shortageOf({ db, today }: Context, council: Body, seats: readonly SeatOn[]) {
  const rules = await rulesOf(db, council.id);
  const shortage = shortageOn(sittingsIn(await termsOf(db, council.id)), rules, today);
  if (!shortage) return null;
  const filled = seats.map(({ kind, voting, membershipId }) => ({
    kind,
    voting,
    filled: membershipId !== null,
  }));
  const residentsPct = rules.find(({ validFrom }) => validFrom <= today)?.residentsPct;
  return { ...shortage, ...testComposition(filled, residentsPct), over: shortage.graceUntil < today };
}

/** What the desk says when there are too few residents. */
export type ShortageOf = NonNullable<Awaited<ReturnType<typeof shortageOf>>>;
