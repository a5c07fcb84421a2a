import { type Transaction } from '#db/client';
import { applicantsOf } from '#db/reads/initiative/initiative';
import { type SchemeVersion } from '#db/reads/initiative/scheme';
import { wasWritten } from '#db/reads/people/mail';
import { type LockedInitiative } from '#db/writes/initiative/initiative';
import { supportLetter } from '~/letters/support';
import { checkInitiative } from '../check-initiative.server';
import { type Context } from '../../context.server';
import { sendLetter } from '../../send-letter.server';

/** Tells the applicants that enough neighbours are for it: once, also when one of those goes and comes back. */
export async function tellSupported(
  tx: Transaction,
  { now, today }: Context,
  locked: LockedInitiative,
  version: SchemeVersion,
): Promise<void> {
  if (locked.state !== 'gathering') return;
  const lacking = await checkInitiative(tx, locked, version, today);
  if (lacking.some(({ code }) => code === 'supportShort')) return;
  const letter = supportLetter({ ...locked, weeks: version.decisionWeeks });
  if (await wasWritten(tx, letter)) return;
  const recipients = (await applicantsOf(tx, locked.id)).map(({ email }) => email);
  await sendLetter(tx, now, recipients, letter);
}
