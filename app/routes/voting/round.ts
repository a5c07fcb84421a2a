import { redirect } from '@remix-run/node';
import { askedRound } from '~/http/round.server';
import { page } from '~/http/route.server';

export const handle = { access: { read: 'site.read' } };

/** A finished round shows its outcome. */
export const loader = page('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  throw redirect(`/stemrondes/${round.number}/uitslag`);
});
