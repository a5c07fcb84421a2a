import { lettersSince } from '#db/reads/people/residence';
import { profileOf } from '#db/reads/people/person';
import { recordAct } from '#db/writes/audit/audit';
import { endLetter, insertLetter, lockResidence } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { lastDayOf, mostLetters } from '~/domain/people/residence';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { addressIn, type ResidenceVault, type TypedAddress } from './parts/residence.server';

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Asks for a letter with a code to one's own address: it shows that one lives there. The address is kept sealed until the letter
 * has ended. A new one ends the one before. Throws 'homeAreaNeeded' without name and birthday, 'addressUnknown', 'addressNumber',
 * and 'lettersSpent' after three in thirty days.
 */
export async function askResidenceLetter(
  context: Context,
  vault: ResidenceVault,
  typed: TypedAddress & { street: string; place: string },
): Promise<void> {
  const { actor, now, today, newId } = context;
  assertMay(actor, 'residence.prove');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const content = { act: 'letter', ...typed, addition: typed.addition ?? '' };
  await once(context, 'residence.prove', content, async (tx) => {
    await lockResidence(tx, personId);
    const profile = await profileOf(tx, personId);
    if (!profile?.name || !profile.bornOn) throw new DomainError('homeAreaNeeded');
    const { home, areaId } = await addressIn(tx, typed, today);
    const asked = await lettersSince(tx, personId, new Date(now.getTime() - thirtyDaysMs));
    if (asked >= mostLetters) throw new DomainError('lettersSpent', { detail: { max: mostLetters } });
    await endLetter(tx, personId, now);
    const sealedAddress = vault.seal(
      'address',
      JSON.stringify({ ...home, street: typed.street, place: typed.place }),
    );
    const row = { id: newId(), personId, areaId, sealedAddress, askedAt: now, lastDay: lastDayOf(today) };
    await insertLetter(tx, row);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'residence.ask', ...subject });
  });
}
