import { inputHashOf } from '#db/reads/voting/round';
import { ballotsFile } from '~/domain/voting/publication';
import { download } from '~/http/download.server';
import { askedRound } from '~/routes/voting/shared/round.server';
import { file, inTurn } from '~/http/bare.server';
import { publishedBallots } from '~/usecases/voting/parts/published.server';

export const handle = { access: { read: 'site.read' } };

/** These ballots never change: whoever has the file is told so, without making it again. */
export const loader = file('site.read', async (visit) => {
  const { db } = visit.context;
  const { round } = await askedRound(visit);
  const hash = await inputHashOf(db, round.id);
  const tag = `W/"${hash}"`;
  if (hash && visit.request.headers.get('If-None-Match') === tag) {
    return new Response(null, { status: 304, headers: { ETag: tag } });
  }
  const answer = await inTurn(async () =>
    download(ballotsFile(round.number), await publishedBallots(db, round), 'text/plain'),
  );
  if (hash) answer.headers.set('ETag', tag);
  return answer;
});
