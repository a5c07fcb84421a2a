import { settlementOf, subAccountsOf } from '#db/reads/grants/grant';
import { type Payee, payeeOf } from '#db/reads/grants/payee';
import { decisionOn } from '#db/reads/initiative/initiative';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { lastReturns } from '#db/reads/payments/returns';
import { may, mayEver } from '~/domain/access/policy';
import { type Actor } from '~/domain/access/roles';
import { shownPage } from '~/domain/ledger/entry';
import { openActs, openOf } from '~/domain/ledger/grant-acts';
import { zero } from '~/domain/money/cents';
import { isUnconfirmed } from '~/domain/money/payee';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { doneIn } from '../shared/done';
import { grantOnDesk, payeeFor } from '../shared/view.server';

/** One grant: what stands of it on which accounts, and what this visitor can do with it now. */
export async function grantView(visit: Visit) {
  const { actor, db } = visit.context;
  const { initiativeId, standing, state, ...grant } = await grantOnDesk(visit);
  const [accounts, entries, settlement, decision, payee] = await Promise.all([
    subAccountsOf(db, initiativeId),
    entriesOfInitiative(db, initiativeId, pageIn(visit)),
    settlementOf(db, initiativeId),
    decisionOn(db, initiativeId),
    payeeOf(db, initiativeId),
  ]);
  return {
    title: grant.title,
    grant: { ...grant, granted: grant.granted ?? zero, open: openOf(standing) },
    ...{ standing, accounts, settlement: settlement ?? null, decision: decision ?? null },
    payee: payeeFor(visit, payee),
    cameBack: (await lastReturns(db, [initiativeId])).get(initiativeId) ?? null,
    entries: shownPage(entries),
    acts: openActs(standing, grant.advancePct).filter((act) => may(actor, `money.${act}`).allow),
    mayConfirm: mayConfirm(actor, payee),
    maySetPayee: may(actor, 'payee.set', { state }).allow,
    mayReverse: may(actor, 'money.reverse').allow,
    done: doneIn(visit.url),
  };
}

export type GrantView = Awaited<ReturnType<typeof grantView>>;

/** Whether an account waits for this person, who did not record it; whoever asked for the money is refused there. */
const mayConfirm = (actor: Actor, payee: Payee | undefined) =>
  payee !== undefined &&
  isUnconfirmed(payee) &&
  payee.recordedBy !== actor.personId &&
  mayEver(actor, 'payee.confirm').allow;
