import { createHmac } from 'node:crypto';
import { type Transaction } from '#db/client';
import { wijkenOn } from '#db/reads/area/area';
import { wijkByPostcode } from '#db/reads/area/postcode';
import { residentsOn } from '#db/reads/people/residence';
import { recordAct } from '#db/writes/audit/audit';
import {
  claimProof,
  endResidence,
  insertResidence,
  lockResidence,
  type Proof,
} from '#db/writes/people/residence';
import { houseNumberIn, houseNumberTyped, postcodeTyped } from '~/domain/area/postcode';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import {
  type HomeAddress,
  letterIdentity,
  listIdentity,
  type ProvenMethod,
  subjectIdentity,
  type ToldBySignIn,
} from '~/domain/people/residence';
import { type Context } from '../../context.server';

/** What of the site's vault a residence needs (http/seal). */
export type ResidenceVault = {
  seal: (purpose: 'address', text: string) => string;
  open: (purpose: 'address', sealed: string) => string | null;
  derive: (text: string) => Buffer;
};

/** The key with which a gemeente makes its list: always the same one here, so that a person has one line on every list. */
export const listKey = (vault: Pick<ResidenceVault, 'derive'>): string =>
  vault.derive('resident list').toString('hex');

const digestWith = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');

/** A line of the list, as the command makes it and as it is looked for. */
export const listDigest = (key: string, home: Omit<HomeAddress, 'addition'>, yearOfBirth: number): string =>
  digestWith(key, listIdentity(home, yearOfBirth));

export type TypedAddress = { postcode: string; number: string; addition?: string };

/**
 * The address that was typed, and its wijk. Throws 'addressUnknown' for what is none in this gemeente, 'addressNumber' for a house
 * number that is none.
 */
export async function addressIn(
  tx: Transaction,
  { postcode: typed, number: typedNumber, addition = '' }: TypedAddress,
  today: CalendarDate,
): Promise<{ home: HomeAddress; areaId: string }> {
  const postcode = postcodeTyped(typed);
  const number = houseNumberTyped(typedNumber);
  if (postcode?.length !== 6) throw new DomainError('addressUnknown', { field: 'postcode' });
  if (number === null) throw new DomainError('addressNumber', { field: 'number' });
  const areaId = await wijkAt(tx, { postcode, number }, today);
  if (areaId === null) throw new DomainError('addressNumber', { field: 'number' });
  return { home: { postcode, number, addition }, areaId };
}

/** The wijk of a house; null where only its number could tell. Throws 'addressUnknown'. */
async function wijkAt(
  tx: Transaction,
  { postcode, number }: { postcode: string; number: number | null },
  today: CalendarDate,
): Promise<string | null> {
  const place = await wijkByPostcode(tx, { postcode, number: `${number ?? ''}` }, today);
  if (!place) throw new DomainError('addressUnknown', { field: 'postcode' });
  if (place.ask !== null) return null;
  const wijk = (await wijkenOn(tx, today)).find(({ slug }) => slug === place.slug);
  if (!wijk) throw new DomainError('addressUnknown', { field: 'postcode' });
  return wijk.id;
}

/** The wijk of the address that a sign-in service told. Throws 'oidcNoAddress' where that does not say which, 'addressUnknown'. */
export async function areaTold(
  tx: Transaction,
  address: ToldBySignIn['address'],
  today: CalendarDate,
): Promise<string> {
  if (!address) throw new DomainError('oidcNoAddress');
  const postcode = postcodeTyped(address.postcode);
  if (postcode?.length !== 6) throw new DomainError('addressUnknown');
  const areaId = await wijkAt(tx, { postcode, number: houseNumberIn(address.street) }, today);
  if (areaId === null) throw new DomainError('oidcNoAddress');
  return areaId;
}

/** Who somebody is at a sign-in service, so that nobody can read it back. */
export const subjectDigest = (vault: Pick<ResidenceVault, 'derive'>, told: ToldBySignIn): string =>
  digestWith(vault.derive('sign-in subject').toString('hex'), subjectIdentity(told));

/** More people of one address than a list could ever name, for when there is no list yet. */
const withoutList = 20;

/** What a letter to this address proves: this person there, and one of the lines that a list has for them. */
export async function proofsOfLetter(
  tx: Transaction,
  vault: ResidenceVault,
  home: HomeAddress,
  bornOn: CalendarDate,
): Promise<Proof[]> {
  const key = listKey(vault);
  const line = listDigest(key, home, yearOf(bornOn));
  const residents = await residentsOn(tx, line);
  const letter = {
    kind: 'letter',
    digest: digestWith(key, letterIdentity(home, bornOn)),
    places: 1,
  } as const;
  // Somebody who is not on the list yet has no line there to take.
  return residents === 0
    ? [letter]
    : [letter, { kind: 'list', digest: line, places: residents ?? withoutList }];
}

/**
 * Writes that somebody lives in a wijk from today on, in the place of where they lived; what proves it is theirs alone. Throws
 * 'residenceTaken' when another account has it.
 */
export async function settle(
  tx: Transaction,
  context: Context,
  found: {
    personId: string;
    areaId: string;
    method: ProvenMethod;
    checkedBy?: string;
    proofs: readonly Proof[];
  },
): Promise<void> {
  const { now, today, newId } = context;
  const { personId, areaId, method, checkedBy = null, proofs } = found;
  await lockResidence(tx, personId);
  const endedBy = checkedBy ?? personId;
  await endResidence(tx, personId, { until: today, endedBy, endReason: null });
  const row = { id: newId(), personId, areaId, method, since: today, checkedBy };
  await insertResidence(tx, row);
  for (const proof of proofs) {
    if (!(await claimProof(tx, row, proof))) throw new DomainError('residenceTaken');
  }
  const subject = { subjectKind: 'person', subjectId: personId } as const;
  await recordAct(tx, { now, actor: context.actor }, { act: 'residence.prove', ...subject, reason: method });
}
