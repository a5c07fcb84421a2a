import {
  ballotsOfRound,
  metaOfRound,
  projectsOfRound,
  roundOfContent,
  roundsWithoutContent,
} from '#db/reads/voting/round';
import { type Queryable } from '#db/client';
import { sha256 } from '#db/writes/hash';
import { type Round } from '~/domain/voting/round';
import { roundContent } from '~/domain/voting/round-content';

export type KnownRound = NonNullable<Awaited<ReturnType<typeof roundOfContent>>>;

/**
 * The round that holds the same vote: the one that stands, else the last that was withdrawn. One from before its content was
 * kept has no notices either, so it is compared by all else that is kept of it.
 */
export async function knownRound(
  db: Queryable,
  round: Round,
  row: Parameters<typeof roundsWithoutContent>[1] & { contentSha256: string },
): Promise<KnownRound | undefined> {
  const found = await roundOfContent(db, row.contentSha256);
  if (found && !found.withdrawnAt) return found;
  for (const old of await roundsWithoutContent(db, row)) {
    const kept = {
      voteType: old.voteType,
      meta: await metaOfRound(db, old.id),
      projects: await projectsOfRound(db, old.id),
      ballots: await ballotsOfRound(db, old.id),
      notices: round.notices,
    };
    if (sha256(roundContent(kept)) === row.contentSha256) return found ?? old;
  }
  return found;
}
