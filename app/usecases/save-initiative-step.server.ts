import { type Transaction } from '#db/client';
import { linesOf } from '#db/reads/initiative';
import { recordAct } from '#db/writes/audit';
import {
  type InitiativeContent,
  type LockedInitiative,
  lockInitiative,
  replaceCoApplicants,
  replaceLines,
  updateContent,
} from '#db/writes/initiative';
import { ensurePerson } from '#db/writes/people';
import { assertMay } from '~/domain/access/policy';
import { type BudgetLine } from '~/domain/initiative/budget';
import { totalsOf } from './check-initiative.server';
import { type ActContext } from './context.server';
import { once } from './once.server';

/** What one step of the form saves; what is left out stays as it was. */
export type InitiativeSave = Partial<InitiativeContent> & {
  lines?: readonly BudgetLine[];
  /** All who ask along, by e-mail address in lower case. Whether an address was known makes no difference. */
  coApplicants?: readonly string[];
};

/**
 * Saves a part of a concept, by one of its applicants. The rules of the fund do not stop it: that happens on publishing.
 * The requested amount follows the begroting in the same transaction. Throws 'notFound' for whoever is no applicant,
 * 'wrongState' once it is public.
 */
export async function saveInitiative(act: ActContext, number: number, save: InitiativeSave): Promise<void> {
  const { actor, now, newId } = act;
  const { lines, coApplicants, ...content } = save;
  const told = { number, ...save, lines: lines?.map((line) => ({ ...line })) };
  await once(act, 'initiative.editOwn', told, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    assertMay(actor, 'initiative.editOwn', locked);
    if (lines) await replaceLines(tx, locked.id, lines);
    if (coApplicants) {
      await replaceCoApplicants(tx, locked.id, await peopleWith(tx, coApplicants, { now, newId }));
    }
    const requestedCents = await requestedNow(tx, locked, content);
    await updateContent(tx, locked.id, { ...content, requestedCents });
    await recordAct(tx, {
      at: now,
      actorId: actor.personId,
      act: 'initiative.update',
      subjectKind: 'initiative',
      subjectId: locked.id,
    });
  });
}

async function requestedNow(tx: Transaction, locked: LockedInitiative, content: Partial<InitiativeContent>) {
  const own = content.ownContributionCents ?? locked.ownContributionCents;
  return totalsOf(await linesOf(tx, locked.id), own).requestedCents;
}

/** The people with these addresses, made when unknown; in one order, so that two savers never wait for each other. */
async function peopleWith(
  tx: Transaction,
  emails: readonly string[],
  { now, newId }: Pick<ActContext, 'now' | 'newId'>,
): Promise<string[]> {
  const ids = [];
  for (const email of [...emails].sort()) {
    ids.push(await ensurePerson(tx, { id: newId(), email, createdAt: now }));
  }
  return ids;
}
