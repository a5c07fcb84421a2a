import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';

/** How many rows a big room has. */
export const many = 50_000;

/** The id of row `n` of a kind. */
const idOf = (kind: string) => `md5('${kind}' || n)::uuid`;

const granted = `state in ('granted', 'partlyGranted')`;
const asks = { state: `'submitted'`, granted_cents: 'null', referred_because: 'null' };
const judged = { state: `'accepted'`, moderator_id: 't.author_id', moderated_at: 't.written_at' };

/**
 * Puts 50,000 rows of every kind that has a list into a database in which one of each is there, as copies of that one, past
 * all guards: for a superuser, in a database of its own. `ownerId` is who asked for 50,000 of the initiatives.
 */
export async function plantRooms(db: Database, ownerId: string): Promise<void> {
  const copy = copier(db);
  const number = `1000000 + n`;
  await copy('comment', { id: idOf('accepted'), ...judged, refusal_reason: 'null' }, 'true');
  const pending = { state: `'pending'`, moderator_id: 'null', moderated_at: 'null', refusal_reason: 'null' };
  await copy('comment', { id: idOf('pending'), ...pending }, 'true');
  await copy('initiative_event', { seq: number }, 'true');
  await copy('initiative', { id: idOf('grant'), number }, granted);
  await copy('initiative', { id: idOf('ask'), number: `2000000 + n`, ...asks }, granted);
  await copy('applicant', { initiative_id: idOf('ask'), person_id: `'${ownerId}'::uuid` }, 'true');
  await copy('meeting', { id: idOf('ahead'), state: `'planned'` }, 'true');
  await copy('meeting', { id: idOf('behind'), state: `'closed'` }, 'true');
  await copy('decision', { id: idOf('decision'), number, item_id: idOf('item') }, 'true');
  await copy('mail', { id: idOf('mail') }, 'true');
  await copy('payment_batch', { id: idOf('batch'), number }, 'true');
  const line = { id: idOf('pay'), batch_id: idOf('batch'), end_to_end_id: `'BIG-' || n` };
  await copy('payment_line', line, 'true');
  await copy('bank_statement', { id: idOf('statement'), seq: number, statement_id: `'big' || n` }, 'true');
  await copy('bank_line', { id: idOf('line'), position: number, cents: '100 + n' }, 'true');
  for (const kind of ['committed', 'payable', 'claim']) {
    const account = { id: idOf(kind), code: `'${kind}' || n`, initiative_id: idOf('grant') };
    await copy('account', account, `kind = '${kind}'`);
    const on = `account_id in (select id from account where kind = '${kind}') and cents <> 0`;
    await copy('balance', { account_id: idOf(kind) }, on);
  }
  const hash = `encode(sha256(('entry' || n)::bytea), 'hex')`;
  const entry = { id: number, number, idempotency_key: `'big' || n`, hash };
  await copy('journal_entry', entry, `kind = 'pledge'`);
  const pledge = `(select min(id) from journal_entry where kind = 'pledge')`;
  for (const place of [1, 2]) {
    await copy('posting', { entry_id: number }, `line = ${place} and entry_id = ${pledge}`);
  }
  await db.execute(sql`analyze`);
}

/** Copies the first row of a table where `from` holds, each copy with these columns of its own. */
function copier(db: Database) {
  return async (table: string, own: Record<string, string>, from: string): Promise<void> => {
    const rows = await db.execute<{ name: string }>(sql`select column_name as name
      from information_schema.columns
      where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER'`);
    const columns = rows.map(({ name }) => name);
    const made = await db.transaction(async (tx) => {
      // The guards are for acts; here rows stand as they would after years of acts.
      await tx.execute(sql`set local session_replication_role = replica`);
      return tx.execute(
        sql.raw(`insert into ${table} (${columns.join()})
          select ${columns.map((name) => own[name] ?? `t.${name}`).join()}
          from (select * from ${table} t where ${from} limit 1) t, generate_series(1, ${many}) n`),
      );
    });
    if (made.count !== many) throw new Error(`nothing to copy in ${table} where ${from}`);
  };
}
