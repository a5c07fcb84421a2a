import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Act, may } from '../../app/domain/access/policy';
import { doorsOf, standAt } from '../access/doors';
import { now } from '../support/council-world';
import { makeFormWorld, type FormWorld } from '../support/form-world';
import { useSite } from '../support/site';

/** Every page with a list of 50,000 behind it: the answer stays one page, and comes. Big rooms of the reliability plan. */
const it = useSite();
const many = 50_000;
const longest = { letters: 300_000, ms: 10_000 };
/** What is no page to look at: a file of the whole, or nothing to list. */
const files = /\.(csv|hledger|xml|pb|json)$|^\*$/;

/** The id of row `n` of a kind. */
const idOf = (kind: string) => `md5('${kind}' || n)::uuid`;
const hashOf = (kind: string) => `encode(sha256(('${kind}' || n)::bytea), 'hex')`;

/** Copies one row of a table 50,000 times, each with these columns of its own; `from` says which row `t`. */
async function copy(table: string, own: Record<string, string>, from: string, times = many): Promise<void> {
  const { db } = it.database.owner;
  const rows = await db.execute<{
    name: string;
  }>(sql`select column_name as name from information_schema.columns
    where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER'`);
  const names = rows.map(({ name }) => name);
  expect(Object.keys(own).filter((name) => !names.includes(name))).toEqual([]);
  const made = await db.transaction(async (tx) => {
    // The guards are for acts; here rows stand as they would after years of acts.
    await tx.execute(sql`set local session_replication_role = replica`);
    return tx.execute(
      sql.raw(`insert into ${table} (${names.join()})
        select ${names.map((name) => own[name] ?? `t.${name}`).join()}
        from (select * from ${table} t where ${from} limit 1) t, generate_series(1, ${times}) n`),
    );
  });
  expect(made.count, table).toBe(times);
}

const granted = `state in ('granted', 'partlyGranted')`;

async function plant(personId: string): Promise<void> {
  const number = `1000000 + n`;
  await copy('comment', { id: idOf('pending') }, `state = 'pending'`);
  const judged = { state: `'accepted'`, moderator_id: 't.author_id', moderated_at: 't.written_at' };
  await copy('comment', { id: idOf('accepted'), ...judged }, `state = 'pending'`);
  await copy('initiative_event', { seq: number }, 'true');
  await copy('initiative', { id: idOf('grant'), number }, granted);
  const asks = { state: `'submitted'`, granted_cents: 'null', referred_because: 'null' };
  await copy('initiative', { id: idOf('ask'), number: `2000000 + n`, ...asks }, granted);
  await copy('applicant', { initiative_id: idOf('ask'), person_id: `'${personId}'::uuid` }, 'true');
  await copy('meeting', { id: idOf('ahead'), state: `'planned'` }, 'true');
  await copy('meeting', { id: idOf('behind'), state: `'closed'` }, 'true');
  await copy('decision', { id: idOf('decision'), number, item_id: idOf('item') }, 'true');
  await copy('mail', { id: idOf('mail') }, 'true');
  await copy('payment_batch', { id: idOf('batch'), number }, 'true');
  const line = { id: idOf('pay'), batch_id: idOf('batch'), end_to_end_id: `'BIG-' || n` };
  await copy('payment_line', line, 'true');
  await copy('bank_statement', { id: idOf('statement'), statement_id: `'big' || n` }, 'true');
  await copy('bank_line', { id: idOf('line'), position: number, cents: '100' }, 'true');
  const account = { id: idOf('committed'), code: `'c' || n`, initiative_id: idOf('grant') };
  await copy('account', account, `kind = 'committed'`);
  await copy('account', { ...account, id: idOf('payable'), code: `'p' || n` }, `kind = 'payable'`);
  await copy('account', { ...account, id: idOf('claim'), code: `'k' || n` }, `kind = 'claim'`);
  const on = (kind: string) => `account_id in (select id from account where kind = '${kind}') and cents <> 0`;
  for (const kind of ['committed', 'payable', 'claim']) {
    await copy('balance', { account_id: idOf(kind) }, on(kind));
  }
  const entry = { number, idempotency_key: `'big' || n`, hash: hashOf('entry'), id: number };
  await copy('journal_entry', entry, `kind = 'pledge'`);
  for (const part of ['1', '2']) {
    const ofPledge = `line = ${part} and entry_id = (select min(id) from journal_entry where kind = 'pledge')`;
    await copy('posting', { entry_id: number }, ofPledge);
  }
}

type Page = { path: string; cookie: string };
const pages: Record<string, Page> = {};
let patterns: string[] = [];

async function pageOf(world: FormWorld, pattern: string, read: Act): Promise<Page> {
  const { path, subject } = standAt(world, pattern, read);
  const caller = world.callers.find(({ actor }) => may(actor, read, { demo: true, ...subject }).allow);
  const { personId } = caller?.actor ?? {};
  const cookie = personId && caller?.assurance ? await it.signInAs(personId, caller.assurance) : '';
  return { path: world.ready[pattern] ?? path, cookie };
}

beforeAll(async () => {
  it.setNow(now);
  it.site.config.demo = true;
  const world = await makeFormWorld(it.database);
  const doors = doorsOf(await it.built.build()).filter(
    ({ id, pattern }) => id !== 'root' && !files.test(pattern),
  );
  for (const { pattern, module } of doors) {
    if (!module.default) continue;
    pages[pattern] = await pageOf(world, pattern, module.handle?.access?.read as Act);
  }
  patterns = Object.keys(pages);
  const me = world.callers.find(({ actor }) => actor.personId !== null);
  await plant(me?.actor.personId ?? '');
  await it.database.owner.db.execute(sql`analyze`);
}, 180_000);

describe('a page of the site with 50,000 rows of every kind behind it', () => {
  test('is one page, and comes', async () => {
    const found: Record<string, string> = {};
    for (const pattern of patterns) {
      const { path, cookie } = pages[pattern] ?? { path: '', cookie: '' };
      const started = performance.now();
      const answer = await it.get(path, { cookie });
      const text = await answer.text();
      const ms = Math.round(performance.now() - started);
      const right = answer.status < 500 && text.length <= longest.letters && ms <= longest.ms;
      if (!right) found[pattern] = `${path} ${answer.status}, ${text.length} letters, ${ms} ms`;
    }
    expect(patterns.length).toBeGreaterThan(50);
    expect(found).toEqual({});
  });
});
