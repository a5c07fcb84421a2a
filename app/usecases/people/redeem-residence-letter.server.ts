import { timingSafeEqual } from 'node:crypto';
import { type Transaction } from '#db/client';
import { profileOf } from '#db/reads/people/person';
import { countWrongTry, endLetter, heldLetter, lockResidence } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { codeTyped, type HomeAddress, letterTries } from '~/domain/people/residence';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { letterCode } from './parts/residence-letter.server';
import { proofsOfLetter, type ResidenceVault, settle } from './parts/residence.server';

/**
 * Types the code of the letter: from now on it is known that this person lives in the wijk of its address. Throws 'codeWrong' for
 * another code, an old letter, and after five wrong ones; 'residenceTaken' when the same person has another account there.
 */
export async function redeemResidenceLetter(
  context: Context,
  vault: ResidenceVault,
  typed: string,
): Promise<void> {
  const { actor, now, today } = context;
  assertMay(actor, 'residence.prove');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const content = { act: 'code', code: typed };
  // A wrong code is counted, so that it is refused after what was counted stands.
  const isRight = await once(context, 'residence.prove', content, async (tx) => {
    await lockResidence(tx, personId);
    const letter = await heldLetter(tx, personId);
    if (!letter?.sealedAddress || letter.lastDay < today) return false;
    if (!isSame(letterCode(vault, letter.id), codeTyped(typed) ?? '')) {
      await countWrongTry(tx, letter.id);
      if (letter.wrongTries + 1 >= letterTries) await endLetter(tx, personId, now);
      return false;
    }
    await endLetter(tx, personId, now);
    await settleBy(tx, context, vault, { ...letter, sealedAddress: letter.sealedAddress });
    return true;
  });
  if (!isRight) throw new DomainError('codeWrong', { field: 'code' });
}

async function settleBy(
  tx: Transaction,
  context: Context,
  vault: ResidenceVault,
  { personId, areaId, sealedAddress }: { personId: string; areaId: string; sealedAddress: string },
): Promise<void> {
  const opened = vault.open('address', sealedAddress);
  const bornOn = (await profileOf(tx, personId))?.bornOn;
  if (opened === null || !bornOn) throw new DomainError('codeWrong', { field: 'code' });
  const proofs = await proofsOfLetter(tx, vault, JSON.parse(opened) as HomeAddress, bornOn);
  await settle(tx, context, { personId, areaId, method: 'letter', proofs });
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
