import { redirect } from '@remix-run/node';
import { askedRound } from '~/routes/voting/shared/round.server';
import { page } from '~/http/route.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

/** A finished round shows its outcome. Without a round this is a page, so that it says so in the site's frame. */
export const loader = page('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  throw redirect(paths.voting.outcome(round.number));
});

export default function Round() {
  return null;
}
