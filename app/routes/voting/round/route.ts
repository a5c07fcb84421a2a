import { redirect } from '@remix-run/node';
import { askedRound } from '~/routes/voting/shared/round.server';
import { file } from '~/http/bare.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

/** A finished round shows its outcome. */
export const loader = file('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  throw redirect(paths.voting.outcome(round.number));
});
