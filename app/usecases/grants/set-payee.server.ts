import { payeeOf } from '#db/reads/grants/payee';
import { recordAct } from '#db/writes/audit/audit';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { insertPayee } from '#db/writes/grants/grant';
import { assertMay, mayEver } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { payeeLetter } from '~/letters/payee';
import { sendLetter } from '../send-letter.server';
import { addressesOf } from '#db/reads/council/decision';
import { readIban } from '~/formats/iban';
import { once } from '../once.server';

const longestName = 70;

/**
 * Records to whose account a grant is paid: by an applicant, or by whoever makes the payments. Every applicant is told by
 * mail. Unless an applicant gives it as the first account, it waits for confirmPayee before anything is paid to it; a batch
 * that was made before stays behind and can no longer be approved. The same account again changes nothing. Throws 'notFound',
 * 'ibanInvalid', 'required', 'tooLong', and the refusals of 'payee.setOwn' or 'payee.set'. domain.md §2.1, reliability L3.
 */
export async function setPayee(
  context: Context,
  { number, iban, name }: { number: number; iban: string; name: string },
): Promise<void> {
  const { actor, now, newId } = context;
  const account = { iban: readIban(iban), name: textWithin(longestName, name, 'name') };
  if (account.name === '') throw new DomainError('required', { field: 'name' });
  const right = mayEver(actor, 'payee.set').allow ? 'payee.set' : 'payee.setOwn';
  await once(context, right, { number, ...account }, async (tx) => {
    const initiative = await lockInitiative(tx, { number });
    const own = initiative.applicantIds.includes(actor.personId ?? '');
    assertMay(actor, own ? 'payee.setOwn' : 'payee.set', initiative);
    const known = await payeeOf(tx, initiative.id);
    if (known?.iban === account.iban && known.name === account.name) return;
    const recordedBy = actor.personId ?? '';
    await insertPayee(tx, {
      id: newId(),
      initiativeId: initiative.id,
      ...account,
      recordedBy,
      recordedAt: now,
    });
    const changed = known !== undefined;
    const letter = payeeLetter({ number: initiative.number, at: now, iban: account.iban, changed, own });
    await sendLetter(tx, now, await addressesOf(tx, initiative.id), letter);
    await recordAct(tx, context, { act: 'payee.set', subjectKind: 'initiative', subjectId: initiative.id });
  });
}
