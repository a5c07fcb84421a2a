import { deskPassword } from '#db/reads/people/sign-in';
import { transaction } from '#db/transaction';
import { type Letter } from '~/domain/people/letter';
import { type Context } from '../context.server';
import { sendLetter } from '../send-letter.server';
import { writeInvitation } from './parts/invitation.server';

const HOUR_MS = 3_600_000;

/**
 * Mails a link to set a new password, or a letter that there is no desk behind this address: the same work and the same
 * answer for every address, so that only who reads the mail learns which. The link works an hour, once.
 */
export async function requestReset(
  context: Context,
  email: string,
  letters: { known: (token: string) => Letter; unknown: () => Letter },
): Promise<void> {
  const { db, now } = context;
  await transaction(db, async (tx) => {
    const hasDesk = (await deskPassword(tx, email)) !== null;
    const token = await writeInvitation(context, tx, email, HOUR_MS);
    const letter = hasDesk ? letters.known(token) : letters.unknown();
    await sendLetter(tx, now, [email], letter);
  });
}
