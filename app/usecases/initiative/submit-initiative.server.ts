import { type Transaction } from '#db/client';
import { schemeVersionById, type SchemeVersion } from '#db/reads/initiative/scheme';
import { applicantsOf } from '#db/reads/initiative/initiative';
import { recordAct } from '#db/writes/audit/audit';
import { type LockedInitiative, lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { residenceMethodOf } from '#db/reads/people/residence';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { decisionDate } from '~/domain/initiative/terms';
import { assertResidence } from '~/domain/people/residence';
import { receiptLetter } from '~/letters/receipt';
import { assertNone, checkInitiative } from './check-initiative.server';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { isHoliday } from '../holidays.server';
import { sendLetter } from '../send-letter.server';

/**
 * An applicant hands a supported initiative to the council: the term to decide starts today. A second click changes
 * nothing. Throws 'supportShort' and the other shortcomings at their field, 'notFound' for whoever is no applicant,
 * 'residenceNeeded' when the scheme asks the applicant to show that they live there, 'wrongState' before publishing and after a
 * decision. domain.md §2.3.
 */
export async function submitInitiative(context: Context, number: number): Promise<void> {
  await once(context, 'initiative.submit', { number }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    assertMay(context.actor, 'initiative.readOwn', locked);
    if (locked.state === 'submitted') return;
    assertMay(context.actor, 'initiative.submit', locked);
    if (locked.schemeVersionId === null) throw new DomainError('wrongState');
    const version = await schemeVersionById(tx, locked.schemeVersionId);
    assertNone(await checkInitiative(tx, locked, version, context.today));
    await recordSubmission(tx, context, locked, version);
  });
}

/** Whoever began it lives in the wijk, known in a way that the scheme takes. */
async function assertLivesThere(
  tx: Transaction,
  { id, areaId }: LockedInitiative,
  { submitResidence }: SchemeVersion,
): Promise<void> {
  const applicant = (await applicantsOf(tx, id)).find(({ part }) => part === 'applicant');
  if (!applicant) return;
  assertResidence(await residenceMethodOf(tx, applicant.personId, areaId), submitResidence);
}

/**
 * Writes that a locked initiative was handed in: the state, the day, the last day to decide, the audit row and the receipt. Throws
 * 'residenceNeeded' when the scheme asks the applicant to show where they live.
 */
export async function recordSubmission(
  tx: Transaction,
  context: Context,
  locked: LockedInitiative,
  version: SchemeVersion,
): Promise<void> {
  await assertLivesThere(tx, locked, version);
  const { decisionWeeks } = version;
  const { actor, now, today } = context;
  const decideBy = decisionDate({ receivedOn: today, weeks: decisionWeeks, suspensions: [], isHoliday });
  const by = { at: now, actorId: actor.personId, role: 'applicant' as const };
  await recordTransition(tx, locked, 'submit', by, { set: { submittedOn: today, decideBy } });
  await recordAct(tx, context, {
    act: 'initiative.submit',
    subjectKind: 'initiative',
    subjectId: locked.id,
  });
  const recipients = (await applicantsOf(tx, locked.id)).map(({ email }) => email);
  await sendLetter(tx, now, recipients, receiptLetter({ ...locked, decideBy }));
}
