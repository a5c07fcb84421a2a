import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { mostInBatch, type ResidenceMethod } from '~/domain/people/residence';
import { type Queryable, type Transaction } from '../../client';
import {
  person,
  residence,
  residenceLetter,
  residenceLetterBatch,
  residenceProof,
  residentList,
  residentListLine,
} from '../../schema';

/** One thing that proves a residence, as a digest. Of a list there are `places` for it: one for each resident. */
export type Proof = { kind: 'letter' | 'list' | 'oidc'; digest: string; places: number };

export type NewResidence = {
  id: string;
  personId: string;
  areaId: string;
  method: ResidenceMethod;
  since: CalendarDate;
  checkedBy: string | null;
};

/** Lets one at a time change where this person lives. Held until the end of the transaction. */
export async function lockResidence(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`select 1 from person where id = ${personId} for update`);
}

/** Writes that somebody lives in a wijk and how it is known: their home from now on. */
export async function insertResidence(tx: Transaction, row: NewResidence): Promise<void> {
  await tx.insert(residence).values(row);
  await tx.update(person).set({ areaId: row.areaId }).where(eq(person.id, row.personId));
}

/**
 * Ends the residence that runs, and sets free what proved it. `reason` says why it proved false, null is that they moved. Answers
 * whether one ran.
 */
export async function endResidence(
  tx: Transaction,
  personId: string,
  end: { until: CalendarDate; endedBy: string; endReason: string | null },
): Promise<boolean> {
  const ended = await tx
    .update(residence)
    .set(end)
    .where(and(eq(residence.personId, personId), isNull(residence.until)))
    .returning({ id: residence.id });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) {
    await tx
      .update(residenceProof)
      .set({ releasedOn: end.until })
      .where(and(inArray(residenceProof.residenceId, ids), isNull(residenceProof.releasedOn)));
  }
  return ids.length > 0;
}

/**
 * Takes what proves a residence for this person alone, in the first of its places that nobody has. Says whether there was one.
 */
export async function claimProof(
  tx: Transaction,
  { id, personId }: { id: string; personId: string },
  { kind, digest, places }: Proof,
): Promise<boolean> {
  for (let ordinal = 1; ordinal <= places; ordinal += 1) {
    const taken = await tx
      .insert(residenceProof)
      .values({ residenceId: id, personId, kind, digest, ordinal })
      .onConflictDoNothing()
      .returning({ ordinal: residenceProof.ordinal });
    if (taken.length > 0) return true;
  }
  return false;
}

/** Keeps that somebody's own word, on which nothing stood yet, proved false. */
export async function insertFalseWord(
  tx: Transaction,
  row: Omit<NewResidence, 'method' | 'checkedBy'> & { endedBy: string; endReason: string },
): Promise<void> {
  await tx.insert(residence).values({ ...row, method: 'self', until: row.since });
}

/**
 * Whoever lives in an area that goes over into another one is known to live there, in the same way: nobody moved, the border did.
 */
export async function moveResidences(
  tx: Transaction,
  { from, to }: { from: string; to: string },
  { on, by }: { on: CalendarDate; by: string },
): Promise<void> {
  const open = await tx
    .select()
    .from(residence)
    .where(and(eq(residence.areaId, from), isNull(residence.until)))
    .for('update');
  for (const { id, personId, method, checkedBy } of open) {
    const proofs = await tx
      .select()
      .from(residenceProof)
      .where(and(eq(residenceProof.residenceId, id), isNull(residenceProof.releasedOn)));
    await endResidence(tx, personId, { until: on, endedBy: by, endReason: null });
    const [made] = await tx
      .insert(residence)
      .values({ id: sql`gen_random_uuid()`, personId, areaId: to, method, since: on, checkedBy })
      .returning({ id: residence.id });
    if (made && proofs.length > 0) {
      await tx
        .insert(residenceProof)
        .values(proofs.map((proof) => ({ ...proof, residenceId: made.id, releasedOn: null })));
    }
  }
}

/** Forgets the home wijk of somebody of whom it proved false. */
export async function forgetHome(tx: Transaction, personId: string): Promise<void> {
  await tx.update(person).set({ areaId: null }).where(eq(person.id, personId));
}

/** Keeps that somebody asked for a letter. */
export async function insertLetter(
  tx: Transaction,
  row: Pick<
    typeof residenceLetter.$inferInsert,
    'id' | 'personId' | 'areaId' | 'sealedAddress' | 'askedAt' | 'lastDay'
  >,
): Promise<void> {
  await tx.insert(residenceLetter).values(row);
}

/** Ends the letter that is under way to somebody: its code works no more, its address is gone. */
export async function endLetter(tx: Transaction, personId: string, endedAt: Date): Promise<void> {
  await tx
    .update(residenceLetter)
    .set({ endedAt, sealedAddress: null })
    .where(and(eq(residenceLetter.personId, personId), isNull(residenceLetter.endedAt)));
}

/** Ends every letter whose last day has passed: its address is gone. */
export async function endLapsedLetters(db: Queryable, today: CalendarDate, endedAt: Date): Promise<void> {
  await db
    .update(residenceLetter)
    .set({ endedAt, sealedAddress: null })
    .where(and(lt(residenceLetter.lastDay, today), isNull(residenceLetter.endedAt)));
}

/** The letter that is under way to somebody, held until the end of the transaction. */
export async function heldLetter(tx: Transaction, personId: string) {
  const [found] = await tx
    .select()
    .from(residenceLetter)
    .where(and(eq(residenceLetter.personId, personId), isNull(residenceLetter.endedAt)))
    .for('update');
  return found;
}

/** Counts a wrong code. */
export async function countWrongTry(tx: Transaction, letterId: string): Promise<void> {
  await tx
    .update(residenceLetter)
    .set({ wrongTries: sql`${residenceLetter.wrongTries} + 1` })
    .where(eq(residenceLetter.id, letterId));
}

/** Puts the letters that wait longest into a new batch: `mostInBatch`. Answers how many: none makes no batch. */
export async function batchLetters(
  tx: Transaction,
  row: { id: string; madeBy: string; madeAt: Date },
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('residence letters', 0))`);
  const waiting = and(isNull(residenceLetter.batchId), isNull(residenceLetter.endedAt));
  const next = await tx
    .select({ id: residenceLetter.id })
    .from(residenceLetter)
    .where(waiting)
    .orderBy(residenceLetter.askedAt, residenceLetter.id)
    .limit(mostInBatch)
    .for('update');
  if (next.length === 0) return 0;
  await tx.insert(residenceLetterBatch).values(row);
  const ids = next.map(({ id }) => id);
  await tx.update(residenceLetter).set({ batchId: row.id }).where(inArray(residenceLetter.id, ids));
  return next.length;
}

const linesAtOnce = 10_000;

/** Keeps a list of residents in the place of the one before. */
export async function insertResidentList(
  tx: Transaction,
  list: { id: string; readBy: string; readAt: Date },
  lines: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.insert(residentList).values({ ...list, lines: lines.size });
  const rows = [...lines].map(([digest, residents]) => ({ listId: list.id, digest, residents }));
  for (let from = 0; from < rows.length; from += linesAtOnce) {
    await tx.insert(residentListLine).values(rows.slice(from, from + linesAtOnce));
  }
  await tx.delete(residentListLine).where(sql`${residentListLine.listId} <> ${list.id}`);
}
