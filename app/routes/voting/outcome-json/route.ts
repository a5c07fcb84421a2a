import { countOfRound, metaOfRound } from '#db/reads/voting/round';
import { DomainError } from '~/domain/errors';
import {
  ballotsFile,
  outcomeFile,
  outcomeForm,
  type PublishedOutcome,
  publishedRule,
} from '~/domain/voting/publication';
import { download } from '~/http/download.server';
import { askedRound, askedRule } from '~/routes/voting/shared/round.server';
import { file } from '~/http/bare.server';

export const handle = { access: { read: 'site.read' } };

export const loader = file('site.read', async (visit) => {
  const { db } = visit.context;
  const { round, area } = await askedRound(visit);
  const rule = askedRule(visit);
  const [counted, meta] = await Promise.all([countOfRound(db, round.id, rule), metaOfRound(db, round.id)]);
  if (!counted) throw new DomainError('notFound');
  const published: PublishedOutcome = {
    schema: outcomeForm,
    round: { number: round.number, name: round.name, area: area.name },
    ballots: { file: ballotsFile(round.number), sha256: counted.inputSha256 },
    rule: publishedRule(rule, new Map(meta).get('currency')),
    outcome: counted.report,
  };
  return download(outcomeFile(round.number, rule), `${JSON.stringify(published)}\n`, 'application/json');
});
