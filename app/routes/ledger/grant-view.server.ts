import { redirect } from '@remix-run/node';
import {
  grantOf,
  grantStandings,
  type GrantInBooks,
  settlementOf,
  type subAccountsOf,
} from '#db/reads/grants/grant';
import { type grantedPerSource, type PostingRow } from '#db/reads/ledger/journal';
import { type Payee } from '#db/reads/grants/payee';
import { type GrantInWords } from '~/components/ledger/grant-words';
import { may } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { uncollectable } from '~/domain/ledger/accounts';
import { type ShownEntry, shownEntries } from '~/domain/ledger/entry';
import { grantStanding } from '~/domain/ledger/grant';
import { type GrantAct, openActs } from '~/domain/ledger/grant-acts';
import { sum, zero } from '~/domain/money/cents';
import { maskIban, showIban } from '~/domain/money/iban';
import { type Paged } from '~/domain/paging';
import { type Visit } from '~/http/visit.server';
import { numberIn } from '../initiative/load.server';
import { type Done } from './grant-done';
import { storyOf } from './payee-view.server';

/** The grant of an initiative with where it stands; undefined when nothing was granted. */
export async function standingGrant(
  { act: { db } }: Visit,
  number: number,
): Promise<GrantInBooks | undefined> {
  const grant = await grantOf(db, { number });
  const standing = grant && (await grantStandings(db, [grant.initiativeId])).get(grant.initiativeId);
  return grant && standing && { ...grant, standing };
}

type Settlement = Awaited<ReturnType<typeof settlementOf>>;

/** How far the money of a grant is, in four numbers that everybody may know. */
export const wordsOf = ({ granted, standing }: GrantInBooks, settlement: Settlement): GrantInWords => ({
  granted: granted ?? zero,
  paid: standing.paid,
  settled: settlement?.settled ?? null,
  claim: standing.claim,
});

/** The same of an initiative; null when nothing was granted. */
export async function wordsOn(visit: Visit, number: number): Promise<GrantInWords | null> {
  const grant = await standingGrant(visit, number);
  return grant ? wordsOf(grant, await settlementOf(visit.act.db, grant.initiativeId)) : null;
}

/** The grant in the address, for whoever may read the books of its wijk. Throws 'notFound'. */
export async function grantOnDesk(visit: Visit): Promise<GrantInBooks> {
  const grant = await standingGrant(visit, numberIn(visit));
  const mayRead = grant && may(visit.act.actor, 'money.readAll', { areaId: grant.area.id }).allow;
  if (!mayRead) throw new DomainError('notFound');
  return grant;
}

export const grantHref = ({ number }: { number: number }) => `/gemeente/toekenningen/${number}`;

/** An account number as this visitor may see it: whole for whoever handles payments, and then with its name. */
export function payeeFor({ act: { actor } }: Visit, payee: Payee | undefined) {
  if (!payee) return null;
  const { iban, name } = payee;
  const story = storyOf(payee);
  return may(actor, 'batch.read').allow
    ? { iban: showIban(iban), name, story }
    : { iban: maskIban(iban), name: null, story: { ...story, recorder: null, confirmer: null } };
}

type SubAccounts = Awaited<ReturnType<typeof subAccountsOf>>;
type Granted = Awaited<ReturnType<typeof grantedPerSource>>[number];

/** What each source gave to a grant, and what was paid and settled of it; cents. */
export function moneyPerSource(granted: readonly Granted[], accounts: SubAccounts, settled: boolean) {
  return granted.map((source) => {
    const own = accounts.filter(({ sourceId }) => sourceId === source.id);
    const spent = own.filter(({ kind, detail }) => kind === 'cost' && detail !== uncollectable);
    return {
      ...source,
      paid: grantStanding(own, settled).paid,
      settled: sum(spent.map((row) => row.cents)),
    };
  });
}

/** A page of postings as the list of entries shows them. */
export const asEntries = ({ rows, ...place }: Paged<PostingRow>): Paged<ShownEntry<PostingRow>> => ({
  ...place,
  rows: shownEntries(rows),
});

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
