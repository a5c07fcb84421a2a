import { moreThanHalf } from './quorum';

export interface MajorityTest {
  needed: number;
  /** Votes for and against; blank votes are not cast. */
  cast: number;
  for: number;
  met: boolean;
  /** As many for as against: art. 32 decides what follows. */
  tied: boolean;
}

/** Is there an absolute majority of the votes cast? Art. 30 Gemeentewet, domain.md §3.2. */
export function testMajority(votes: { for: number; against: number }): MajorityTest {
  const cast = votes.for + votes.against;
  const needed = moreThanHalf(cast);
  return { needed, cast, for: votes.for, met: votes.for >= needed, tied: votes.for === votes.against };
}
