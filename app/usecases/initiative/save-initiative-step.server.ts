import { type Transaction } from '#db/client';
import { linesOf } from '#db/reads/initiative/initiative';
import { recordAct } from '#db/writes/audit/audit';
import {
  type InitiativeContent,
  type LockedInitiative,
  lockInitiative,
  replaceLines,
  updateContent,
} from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { type BudgetLine } from '~/domain/initiative/budget';
import { assertWithin, windowFrom } from '~/domain/windows';
import { totalsOf } from './check-initiative.server';
import { type Context } from '../context.server';
import { invite } from './parts/invite.server';
import { once } from '../once.server';

/** What one step of the form saves; what is left out stays as it was. */
export type InitiativeSave = Partial<InitiativeContent> & {
  lines?: readonly BudgetLine[];
  /** Neighbours to ask along besides those who were asked, by e-mail address in lower case; each gets a letter. */
  coApplicants?: readonly string[];
};

/**
 * Saves a part of a concept, by one of its applicants. The rules of the fund do not stop it: that happens on publishing.
 * The requested amount follows the begroting in the same transaction. Throws 'notFound' for whoever is no applicant,
 * 'wrongState' once it is public, 'dateOutside' for a start in the past or years ahead, and the refusals of `invite`.
 */
export async function saveInitiative(context: Context, number: number, save: InitiativeSave): Promise<void> {
  const { actor, today } = context;
  const { lines, coApplicants, ...content } = save;
  if (content.startsOn) assertWithin(windowFrom(today, 'initiative'), content.startsOn, 'startsOn');
  const input = { number, ...save, lines: lines?.map((line) => ({ ...line })) };
  await once(context, 'initiative.editOwn', input, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    assertMay(actor, 'initiative.editOwn', locked);
    if (lines) await replaceLines(tx, locked.id, lines);
    if (coApplicants) await invite(tx, context, locked, coApplicants);
    const requestedCents = await requestedNow(tx, locked, content);
    await updateContent(tx, locked.id, { ...content, requestedCents });
    await recordAct(tx, context, {
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
