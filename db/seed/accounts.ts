import { type Transaction } from '../client';
import { person } from '../schema';
import { wijkSlugs } from './areas';
import { type WijkSlug } from './outlines';
import {
  firstNames,
  type Invented,
  neighbour,
  neighboursPerWijk,
  type Persona,
  personas,
  type Someone,
} from './people';

/** Somebody of the named world before they say anything about themselves. */
export type Account = Pick<Invented, 'role' | 'shownName'> & {
  who: Someone;
  email: string;
  name: string;
  home: { wijk: WijkSlug; bornOn: string } | null;
  persona: string | null;
};

/** Everybody of Vierstromen: first who one can enter as, then the neighbours of each wijk. */
export function accounts(): Account[] {
  const invented = (Object.keys(personas) as Persona[]).map((who) => {
    const { wijk, born, ...rest }: Invented = personas[who];
    return { who, email: emailOf(who), ...rest, home: wijk && { wijk, bornOn: born } };
  });
  const neighbours = wijkSlugs.flatMap((wijk, at) =>
    Array.from({ length: neighboursPerWijk }, (_, index) => {
      const who = neighbour(wijk, index + 1);
      const name = firstNames[at * neighboursPerWijk + index] ?? who;
      const bornOn = `${1948 + ((index * 7 + at * 3) % 55)}-0${1 + (index % 9)}-15`;
      return { who, email: emailOf(who), name, home: { wijk, bornOn }, persona: null };
    }),
  );
  return [...invented, ...neighbours];
}

export const emailOf = (who: Someone) => `${who}@vierstromen.example`;

/**
 * Opens their accounts as a first code by mail does. That use case is not asked: each code is hashed slowly on purpose, and a
 * hundred of them would keep every start waiting.
 */
export async function openAccounts(
  tx: Transaction,
  everybody: readonly Account[],
  { newId, now: createdAt }: { newId: () => string; now: Date },
): Promise<Map<Someone, string>> {
  const rows = everybody.map(({ who, email, name, persona }) => ({
    who,
    row: { id: newId(), email, name, persona, createdAt },
  }));
  await tx.insert(person).values(rows.map(({ row }) => row));
  return new Map(rows.map(({ who, row }) => [who, row.id]));
}
