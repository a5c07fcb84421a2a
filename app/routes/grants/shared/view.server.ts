import { redirect } from '@remix-run/node';
import { type GrantInBooks } from '#db/reads/grants/grant';
import { standingGrant } from '#db/reads/grants/standing';
import { type Payee } from '#db/reads/grants/payee';
import { may } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type GrantAct, openActs } from '~/domain/ledger/grant-acts';
import { maskIban, showIban } from '~/domain/money/iban';
import { type Visit } from '~/http/visit.server';
import { numberIn } from '~/http/address.server';
import { type Done } from './done';
import { storyOf } from '~/ui/payee-story';
import { paths } from '~/paths';

/** The grant in the address, for whoever may read the books of its wijk. Throws 'notFound'. */
export async function grantOnDesk(visit: Visit): Promise<GrantInBooks> {
  const grant = await standingGrant(visit.context.db, numberIn(visit));
  const mayRead = grant && may(visit.context.actor, 'money.readAll', { areaId: grant.area.id }).allow;
  if (!mayRead) throw new DomainError('notFound');
  return grant;
}

export const grantHref = ({ number }: { number: number }) => paths.grants.show(number);

/** An account number as this visitor may see it: whole for whoever handles payments, and then with its name. */
export function payeeFor({ context: { actor } }: Visit, payee: Payee | undefined) {
  if (!payee) return null;
  const { iban, name } = payee;
  const story = storyOf(payee);
  return may(actor, 'batch.read').allow
    ? { iban: showIban(iban), name, story }
    : { iban: maskIban(iban), name: null, story: { ...story, recorder: null, confirmer: null } };
}

/** The grant in the address, while this act can be done; sends on to its page when it no longer can. Throws 'notFound'. */
export async function grantForAct(visit: Visit, act: GrantAct): Promise<GrantInBooks> {
  const grant = await grantOnDesk(visit);
  if (!openActs(grant.standing, grant.advancePct).includes(act)) throw redirect(grantHref(grant), 303);
  return grant;
}

/** Back to the page of a grant, which says what was done. */
export const backTo = (number: number, done: Done) =>
  redirect(`${grantHref({ number })}?gedaan=${done}`, 303);

/** Rethrows a refusal of an amount at the field where the amount was typed. */
export function atAmount(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'claimTooLow') throw error;
  throw new DomainError(error.code, { field: 'cents', detail: error.detail });
}
