import { type Queryable } from '#db/client';
import { ballotsOfRound, metaOfRound, projectsOfRound } from '#db/reads/voting/round';
import { publishedText } from '~/formats/pabulib/publish';
import { type Round } from '~/domain/voting/round';

/** The .pb file of a round as anybody may download it: what is counted is exactly this. */
export async function publishedBallots(
  db: Queryable,
  { id, voteType }: { id: string; voteType: Round['voteType'] },
): Promise<string> {
  const [meta, projects, ballots] = await Promise.all([
    metaOfRound(db, id),
    projectsOfRound(db, id),
    ballotsOfRound(db, id),
  ]);
  return publishedText({ meta, voteType, projects, ballots });
}
