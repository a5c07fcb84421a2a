import { z } from 'zod';
import { type SeatKind } from '~/domain/council/composition';
import { calendar, choice, wholeNumber } from '~/http/fields.server';

/** What each may be, the rules of order say. */
const number = () => wholeNumber(0, 999);
const yesOrNo = () => choice(['yes', 'no']).transform((answer) => answer === 'yes');

/** A version of the rules of order; residents always have a vote. */
export const rulesForm = z
  .object({
    from: calendar(),
    noticeDays: number(),
    termYears: number(),
    minSeats: number(),
    maxSeats: number(),
    residentsPct: number(),
    graceDays: number(),
    professionalVotes: yesOrNo(),
    networkerVotes: yesOrNo(),
    areaManagerVotes: yesOrNo(),
  })
  .transform(({ from, professionalVotes, networkerVotes, areaManagerVotes, ...numbers }) => {
    const votes: [SeatKind, boolean][] = [
      ['resident', true],
      ['professional', professionalVotes],
      ['networker', networkerVotes],
      ['areaManager', areaManagerVotes],
    ];
    const votingKinds = votes.filter(([, votesToo]) => votesToo).map(([kind]) => kind);
    return { from, rules: { ...numbers, votingKinds } };
  });
