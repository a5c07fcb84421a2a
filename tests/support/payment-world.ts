import { randomUUID } from 'node:crypto';
import { eq, type SQL, sql } from 'drizzle-orm';
import { batchByNumber, batchLines, paymentsTo } from '#db/reads/payments/batch';
import { type Database, type Transaction } from '#db/client';
import { initiative } from '#db/schema';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { type TestDatabase } from './database';
import { officer } from './grant-world';
import { account, knownPayee } from './payee';
import { tellPaid } from './told';
import { decideAndGrant, euros, type Item, makeItems, makeWijk, pledged, today } from './money-world';

/** A grant of € 400 with its number, and the sources that pay it. */
export type Grant = Item & { number: number; sourceIds: string[] };
export type Office = { controller: Context; payer: Context };

export { account as payee };
/** What waits for payment after `waitingGrant`. */
export const advanced = euros(300);

export async function makeOffice(database: TestDatabase): Promise<Office> {
  return { controller: await officer(database, 'controller'), payer: await officer(database, 'payer') };
}

/** Grants in a wijk of their own, each with an account number and an advance that waits for payment. */
export async function waitingGrants(
  { owner }: TestDatabase,
  { controller, payer }: Office,
  count: number,
): Promise<Grant[]> {
  const wijk = await makeWijk(owner.db);
  const sourceIds = await pledged(controller, wijk.areaId, [euros(400 * count), euros(100 * count)]);
  const amounts = Array.from({ length: count }, () => euros(400));
  const grants: Grant[] = [];
  for (const item of await makeItems(owner.db, wijk, amounts)) {
    await decideAndGrant(controller, item);
    const [row] = await owner.db.select().from(initiative).where(eq(initiative.id, item.initiativeId));
    const number = row?.number ?? 0;
    await knownPayee({ payer, controller }, number);
    await approveAdvance(controller, { number, cents: advanced, key: randomUUID() });
    grants.push({ ...item, number, sourceIds });
  }
  return grants;
}

/** Puts these grants on a batch; answers its number. */
export function listed({ payer }: Office, grants: readonly Grant[]): Promise<number> {
  const initiativeIds = grants.map(({ initiativeId }) => initiativeId);
  return makeBatch(payer, { initiativeIds, executeOn: today });
}

/** Orders the bank to pay these grants, through a batch of two people; answers its number and lines. */
export async function ordered(office: Office, grants: readonly Grant[]) {
  const number = await listed(office, grants);
  await approveBatch(office.controller, number);
  return { number, lines: await linesOf(office.controller.db, number) };
}

/** Pays these grants: ordered by two people, and told by the bank. */
export async function paid(office: Office, grants: readonly Grant[]) {
  const batch = await ordered(office, grants);
  await tellPaid(office.controller, batch.lines);
  return batch;
}

export async function linesOf(db: Database, number: number) {
  return batchLines(db, (await batchByNumber(db, number))?.id ?? '');
}

/** What waits for a grant, in cents; zero when nothing does. */
export async function waits(db: Database, { initiativeId }: Grant): Promise<bigint> {
  const [row] = await paymentsTo(db, [initiativeId]);
  return row?.cents ?? 0n;
}

/** How many entries of a kind moved money of a grant. */
export async function entriesOf(db: Database, { initiativeId }: Grant, kind: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(distinct e.id)::int as count from journal_entry e join posting p on p.entry_id = e.id
      join account a on a.id = p.account_id where a.initiative_id = ${initiativeId} and e.kind = ${kind}`,
  );
  return row?.count ?? 0;
}

/** The sum of these on the bank account of the books, over these sources, in cents. */
export async function onBank(db: Database, sourceIds: readonly string[]): Promise<bigint> {
  const ids = sql.join(
    sourceIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const [row] = await db.execute<{ cents: string }>(
    sql`select coalesce(sum(b.cents), 0) as cents from balance b join account a on a.id = b.account_id
      where a.kind = 'bank' and b.source_id in (${ids})`,
  );
  return BigInt(row?.cents ?? 0);
}

/**
 * Starts `work` while somebody holds what `lock` locks, and once it waits for that, half way, lets `strike` end it. By
 * default its query fails.
 */
export async function cutOff(
  { owner }: TestDatabase,
  lock: SQL,
  work: () => Promise<unknown>,
  strike: (tx: Transaction) => Promise<unknown> = (tx) =>
    tx.execute(sql`select pg_cancel_backend(pid) from (${waiting}) waiting`),
): Promise<PromiseSettledResult<unknown>[]> {
  return owner.db.transaction(async (tx) => {
    await tx.execute(lock);
    let over = false;
    const running = Promise.allSettled([work().finally(() => (over = true))]);
    // Within one transaction the view on what others do stays as it was first seen, unless that is dropped.
    const isWaiting = async () => {
      await tx.execute(sql`select pg_stat_clear_snapshot()`);
      return (await tx.execute(waiting)).length > 0;
    };
    while (!over && !(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await strike(tx);
    return running;
  });
}

const waiting = sql`select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
