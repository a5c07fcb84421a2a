import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { allChecks } from '#db/checks/run';
import { type Transaction } from '#db/client';
import { grantOf } from '#db/reads/grants/grant';
import { journalEntry } from '#db/schema';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { countRounds } from '~/usecases/voting/count-rounds.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { useChecks } from './checks';
import { useDatabase } from './database';
import { officer } from './grant-world';
import { knownPayee } from './payee';
import {
  advanceTo,
  controllerAtWork,
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  pledged,
  raw,
  today,
} from './money-world';
import { counter, makeArea, now, operator, voteFile } from './rounds';

/** A database that was used as it should be, and what the checks find after one thing in it was changed. */
export function useTampering() {
  const database = useDatabase();
  useChecks(database);
  let context: Context;
  let wijkId: string;
  /** The grant in the middle of the journal, as a chain is broken easiest at its ends. */
  let entryId: bigint;

  beforeAll(async () => {
    context = await controllerAtWork(database.owner.db, database.app.db);
    const wijk = await makeWijk(database.owner.db);
    wijkId = wijk.areaId;
    await pledged(context, wijkId, [euros(100), euros(50)]);
    const items = await makeItems(database.owner.db, wijk, [euros(30), euros(20), euros(10), euros(40)]);
    const [first, second, , fourth] = items;
    if (!first || !second || !fourth) throw new Error('no items');
    await decideAndGrant(context, first);
    await decideAndGrant(context, second, euros(15));
    await advanceTo(context, first, euros(5));
    await decideAndGrant(context, fourth);
    await settledWithClaim(fourth);
    await waitingOnBatch(first);
    await makeArea(database.owner.db, 'WK990101');
    await importRound(operator(database.app.db), voteFile(), { areaCode: 'WK990101' });
    await countRounds({ db: database.app.db, now: () => now }, counter);
    const [grant] = await database.owner.db
      .select()
      .from(journalEntry)
      .where(eq(journalEntry.kind, 'grant'))
      .orderBy(journalEntry.id);
    entryId = grant?.id ?? 0n;
  });

  /** Pays an advance of € 20 and settles the grant at € 12, of which € 8 was asked back and € 3 came. */
  async function settledWithClaim(item: Item): Promise<void> {
    const number = await numberOf(item);
    await approveAdvance(context, { number, cents: euros(20), key: randomUUID() });
    await approveBatch(context, await waitingOnBatch(item));
    const accounting = { costCents: euros(12), otherIncomeCents: euros(0), ground: 'notDone' as const };
    const explanation = 'Er kwamen minder mensen.';
    await settleGrant(context, { number, ...accounting, explanation, key: randomUUID() });
    await receiveClawback(context, { number, cents: euros(3), key: randomUUID() });
  }

  /** Puts what waits for a grant on a batch; answers its number. */
  async function waitingOnBatch(item: Item): Promise<number> {
    const payer = await officer(database, 'payer');
    await knownPayee({ payer, controller: context }, await numberOf(item));
    return makeBatch(payer, { initiativeIds: [item.initiativeId], executeOn: today });
  }

  async function numberOf({ initiativeId }: Item): Promise<number> {
    return (await grantOf(database.app.db, { id: initiativeId }))?.number ?? 0;
  }

  /** Which checks find something after this was done to the database behind the guards' back. Nothing is kept. */
  async function foundAfter(...statements: string[]): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    await database.owner.db
      .transaction(async (tx) => {
        await unguarded(tx);
        for (const statement of statements) await raw(tx, statement);
        for (const { id, find } of allChecks) {
          const subjects = (await find(tx)).map(({ subject }) => subject);
          if (subjects.length > 0) found[id] = subjects;
        }
        tx.rollback();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.message === 'Rollback')) throw error;
      });
    return found;
  }

  const tampered = [
    'journal_entry',
    'posting',
    'account',
    'balance',
    'membership',
    'mandate',
    'council_vote',
    'conflict_declaration',
    'conflict_report',
    'conflict_answer',
    'conflict_ruling',
    'decision',
    'initiative_event',
    'audit_entry',
    'settlement',
    'payee_confirmation',
    'payment_line',
    'payment_verdict',
    'payment_booking',
    'round',
    'round_meta',
    'round_project',
    'ballot',
    'round_count',
  ];

  async function unguarded(tx: Transaction): Promise<void> {
    for (const table of tampered) await raw(tx, `alter table ${table} disable trigger user`);
  }

  /** A bank statement in cents with one line of five. */
  function statement({ opening, closing }: { opening: number; closing: number }): string {
    return `with file as (insert into bank_file select gen_random_uuid(), repeat('0', 64), '', id, now() from person limit 1 returning id),
    whole as (insert into bank_statement select gen_random_uuid(), id, 'NL91ABNA0417164300', '1', null, null, ${opening}, ${closing} from file returning id)
    insert into bank_line (id, statement_id, position, booked_on, cents, text) select gen_random_uuid(), id, 1, '2026-06-01', 5, '' from whole`;
  }

  /** A report about somebody whose vote was counted. */
  const reported = `insert into conflict_report select gen_random_uuid(), v.item_id, v.membership_id, other.id, 'Een broer', now()
  from council_vote v join decision d on d.item_id = v.item_id
    cross join lateral (select id from membership where id <> v.membership_id order by id limit 1) other
  order by v.item_id, v.membership_id limit 1`;

  return {
    database,
    get context() {
      return context;
    },
    get wijkId() {
      return wijkId;
    },
    get entryId() {
      return entryId;
    },
    foundAfter,
    statement,
    reported,
  };
}
