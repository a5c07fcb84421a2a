import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { person, residence, residenceLetter, residenceProof } from '#db/schema';
import { databaseError } from '#db/fault';
import { type Transaction } from '#db/client';
import { rosterNow, rosterToday as today } from '../support/roster-world';
import { useResidence } from '../support/residence-world';

const world = useResidence();
const { places, staff, resident } = world;

/** Which rule of the database refuses what the site itself writes, at its end too; 'done' leaves nothing behind. */
async function refusal(write: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const undone = new Error('undone');
  try {
    await world.database.app.db.transaction(async (tx) => {
      await write(tx);
      await tx.execute('set constraints all immediate');
      throw undone;
    });
    return 'never';
  } catch (error) {
    if (error === undone) return 'done';
    const found = databaseError(error);
    return found?.constraint_name ?? found?.code ?? String(error);
  }
}

const digest = 'b'.repeat(64);
let personId = '';
const lives = (change: Partial<typeof residence.$inferInsert> = {}) => ({
  ...{ id: randomUUID(), personId, areaId: places.here, since: today },
  ...{ method: 'inPerson' as const, checkedBy: staff.admin },
  ...change,
});
const over = { until: today, endedBy: staff.admin };
const byLetter = (id: string) => lives({ id, method: 'letter', checkedBy: null });
const proof = (id: string, change = {}) => ({
  residenceId: id,
  personId,
  kind: 'letter' as const,
  digest,
  ...change,
});

beforeAll(async () => {
  personId = (await resident()).id;
  over.endedBy = staff.admin;
});

describe('where somebody lives, in the database', () => {
  test('is one place at a time, which is where they say to live', async () => {
    expect(await refusal((tx) => tx.insert(residence).values(lives()))).toBe('done');
    expect(await refusal((tx) => tx.insert(residence).values([lives(), lives()]))).toBe('residence_one');
    const elsewhere = lives({ areaId: places.there });
    expect(await refusal((tx) => tx.insert(residence).values(elsewhere))).toBe('residence_is_home');
    const moved = async (tx: Transaction) => {
      await tx.insert(residence).values(lives());
      await tx.update(person).set({ areaId: places.there }).where(eq(person.id, personId));
    };
    expect(await refusal(moved)).toBe('residence_is_home');
  });

  test('has a proof of its kind, until it ends', async () => {
    const id = randomUUID();
    expect(await refusal((tx) => tx.insert(residence).values(byLetter(id)))).toBe('residence_proven');
    const wrongKind = async (tx: Transaction) => {
      await tx.insert(residence).values(byLetter(id));
      await tx.insert(residenceProof).values(proof(id, { kind: 'list' }));
    };
    expect(await refusal(wrongKind)).toBe('residence_proven');
    const whole = async (tx: Transaction) => {
      await tx.insert(residence).values(byLetter(id));
      await tx.insert(residenceProof).values(proof(id));
    };
    expect(await refusal(whole)).toBe('done');
    const endedWithProof = async (tx: Transaction) => {
      await whole(tx);
      await tx.update(residence).set(over).where(eq(residence.id, id));
    };
    expect(await refusal(endedWithProof)).toBe('residence_proof_until_its_end');
    const letGo = async (tx: Transaction) => {
      await whole(tx);
      await tx.update(residenceProof).set({ releasedOn: today }).where(eq(residenceProof.residenceId, id));
    };
    expect(await refusal(letGo)).toBe('residence_proof_until_its_end');
  });

  test('is proven by what proves no other', async () => {
    const other = (await resident()).id;
    const [one, two] = [randomUUID(), randomUUID()];
    const twice = async (tx: Transaction) => {
      await tx.insert(residence).values([byLetter(one), { ...byLetter(two), personId: other }]);
      await tx.insert(residenceProof).values([proof(one), proof(two, { personId: other })]);
    };
    expect(await refusal(twice)).toBe('residence_proof_once');
    const ofSomebodyElse = async (tx: Transaction) => {
      await tx.insert(residence).values(byLetter(one));
      await tx.insert(residenceProof).values(proof(one, { personId: other }));
    };
    expect(await refusal(ofSomebodyElse)).toBe('residence_proof_of');
  });

  test('only ends, once, and is never taken away', async () => {
    const id = randomUUID();
    const end = async (tx: Transaction) => {
      await tx.insert(residence).values(lives({ id }));
      await tx.update(residence).set(over).where(eq(residence.id, id));
    };
    expect(await refusal(end)).toBe('done');
    const again = async (tx: Transaction) => {
      await end(tx);
      await tx.update(residence).set({ endReason: 'x' }).where(eq(residence.id, id));
    };
    expect(await refusal(again)).toBe('residence_only_ends');
    const own = eq(residence.id, id);
    expect(await refusal((tx) => tx.update(residence).set({ method: 'oidc' }).where(own))).toBe('42501');
    expect(await refusal((tx) => tx.delete(residence).where(own))).toBe('42501');
    expect(await refusal((tx) => tx.delete(residenceProof))).toBe('42501');
    expect(await refusal((tx) => tx.update(residenceProof).set({ digest }))).toBe('42501');
  });

  test('is not said by somebody about themselves', async () => {
    const own = lives({ checkedBy: personId });
    expect(await refusal((tx) => tx.insert(residence).values(own))).toBe('residence_by_another');
  });
});

describe('a letter, in the database', () => {
  const letter = () => ({
    ...{ id: randomUUID(), personId, areaId: places.here, sealedAddress: 'x' },
    ...{ askedAt: rosterNow, lastDay: today },
  });

  test('is one at a time, and what was tried stays counted', async () => {
    expect(await refusal((tx) => tx.insert(residenceLetter).values([letter(), letter()]))).toBe(
      'residence_letter_one',
    );
    const forgotten = async (tx: Transaction) => {
      const row = { ...letter(), wrongTries: 2 };
      await tx.insert(residenceLetter).values(row);
      await tx.update(residenceLetter).set({ wrongTries: 1 }).where(eq(residenceLetter.id, row.id));
    };
    expect(await refusal(forgotten)).toBe('residence_letter_goes_on');
    const reopened = async (tx: Transaction) => {
      const row = { ...letter(), sealedAddress: null, endedAt: rosterNow };
      await tx.insert(residenceLetter).values(row);
      const open = { sealedAddress: 'x', endedAt: null };
      await tx.update(residenceLetter).set(open).where(eq(residenceLetter.id, row.id));
    };
    expect(await refusal(reopened)).toBe('residence_letter_goes_on');
  });
});
