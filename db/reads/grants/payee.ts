import { desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Queryable } from '../../client';
import { payee, payeeConfirmation, person } from '../../schema';

const recorder = alias(person, 'recorder');
const confirmer = alias(person, 'confirmer');

function payees(db: Queryable) {
  return db
    .select({
      id: payee.id,
      iban: payee.iban,
      name: payee.name,
      recordedAt: payee.recordedAt,
      recordedBy: payee.recordedBy,
      recorder: recorder.name,
      byApplicant: sql<boolean>`exists (select 1 from applicant a where a.initiative_id = ${payee.initiativeId} and a.person_id = ${payee.recordedBy})`,
      /** The account that it took the place of. */
      before: sql<string | null>`(select p.iban from payee p
        where p.initiative_id = ${payee.initiativeId} and p.seq < ${payee.seq} order by p.seq desc limit 1)`,
      waits: payee.waits,
      confirmedBy: payeeConfirmation.confirmedBy,
      confirmer: confirmer.name,
      confirmedAt: payeeConfirmation.confirmedAt,
    })
    .from(payee)
    .innerJoin(recorder, eq(recorder.id, payee.recordedBy))
    .leftJoin(payeeConfirmation, eq(payeeConfirmation.payeeId, payee.id))
    .leftJoin(confirmer, eq(confirmer.id, payeeConfirmation.confirmedBy))
    .$dynamic();
}

/** To whose account a grant is paid, who recorded that and who confirmed it. Holds whole account numbers. */
export type Payee = Awaited<ReturnType<typeof payees>>[number];

/** The payee that counts now: the last one recorded. */
export async function payeeOf(db: Queryable, initiativeId: string): Promise<Payee | undefined> {
  const [found] = await payees(db)
    .where(eq(payee.initiativeId, initiativeId))
    .orderBy(desc(payee.seq))
    .limit(1);
  return found;
}

/** These payees by their id; null in the list stands for no payee. */
export async function payeesById(
  db: Queryable,
  ids: readonly (string | null)[],
): Promise<Map<string | null, Payee>> {
  const known = ids.flatMap((id) => id ?? []);
  const found = known.length > 0 ? await payees(db).where(inArray(payee.id, known)) : [];
  return new Map(found.map((each) => [each.id, each]));
}
