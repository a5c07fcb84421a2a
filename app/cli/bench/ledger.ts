import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { connect, type Database } from '#db/client';
import * as schema from '#db/schema';
import { transaction } from '#db/transaction';
import { bookedBy } from '~/usecases/booking.server';
import { type Context } from '~/usecases/context.server';
import { reserve, reserveAndGrant } from '~/usecases/grants/parts/grant.server';
import { inCrowd, plus, type Took } from './crowd';
import { type Figure, load } from './figure';
import { timeBalances } from './ledger-balance';
import { growHistory, startHistory } from './ledger-history';
import { copyTables, decideByHand, reserveByHand } from './ledger-plain';
import { amount, type Ask, controllerAtWork, makeAsks, makeWijk, type Wijk } from './ledger-world';
import { type Sizes } from './sizes';
import { watch } from './waits';

type Race = {
  url: string;
  sizes: Sizes;
  context: Context;
  owner: Database;
  plain: postgres.Sql;
};
type Contest = {
  wijken: readonly Wijk[];
  ours: (context: Context, ask: Ask) => Promise<unknown>;
  byHand: (plain: postgres.Sql, ask: Ask) => Promise<unknown>;
};

/**
 * Measures the books in the database at `url`: decisions on one pool, entries over many, and balances as of a date
 * (docs/how-it-works/benchmarks.md).
 */
export async function benchLedger(url: string, sizes: Sizes, print: (figure: Figure) => void): Promise<void> {
  const owner = connect(url, { owner: true, max: 2 });
  const app = connect(url, { max: sizes.sessions });
  const plain = postgres(url, { max: sizes.sessions, onnotice: () => {} });
  try {
    const context = await controllerAtWork(owner.db, app.db);
    const wijken: Wijk[] = [];
    for (let n = 0; n < sizes.wijken; n++) wijken.push(await makeWijk(context, owner.db));
    await copyTables(owner.db);
    const race = { url, sizes, context, owner: owner.db, plain };
    const decisions = { wijken: wijken.slice(0, 1), ours: decide, byHand: decideByHand };
    print({ figure: 'decisions per second on one pool', ...(await compare(race, decisions)) });
    const entries = { wijken, ours: setApart, byHand: reserveByHand };
    print({ figure: 'entries per second over many pools', ...(await compare(race, entries)) });
    const history = await startHistory(context, owner.db, wijken);
    for (const postings of sizes.postings) {
      await growHistory(url, history, postings);
      const times = await timeBalances(app.db, plain, history, sizes.dates);
      print({ figure: 'balance as of a date', postings, ...times, load: load() });
    }
  } finally {
    await Promise.all([owner.close(), app.close(), plain.end({ timeout: 1 })]);
  }
}

/** Slices of ours and of plain SQL in turn, so that whatever else the machine does slows both. */
async function compare(race: Race, { wijken, ours, byHand }: Contest) {
  const { sizes, context, owner, plain, url } = race;
  const nothing: Took = { clock: 0, program: 0 };
  const took = { ours: nothing, byHand: nothing };
  const asks = (count = sizes.acts) => makeAsks(context, owner, wijken, count);
  // Opens the connections and warms up what is compiled and cached.
  const before = await asks();
  await inCrowd(sizes.sessions, before, (ask) => ours(context, ask));
  await inCrowd(sizes.sessions, before, (ask) => byHand(plain, ask));
  const watching = watch(url);
  for (let slice = 0; slice < sizes.slices; slice++) {
    const jobs = await asks();
    const mine = () => inCrowd(sizes.sessions, jobs, (ask) => ours(context, ask));
    took.ours = plus(took.ours, await watching.during(mine));
    took.byHand = plus(took.byHand, await inCrowd(sizes.sessions, jobs, (ask) => byHand(plain, ask)));
  }
  const binds = await watching.end();
  const acts = sizes.acts * sizes.slices;
  const perSecond = ({ clock }: Took) => Math.round(acts / clock);
  const programMs = ({ program }: Took) => Math.round((program / acts) * 1e5) / 100;
  return {
    wijkkas: perSecond(took.ours),
    plainSql: perSecond(took.byHand),
    ratio: Math.round((took.byHand.clock / took.ours.clock) * 100) / 100,
    sessions: sizes.sessions,
    wijken: wijken.length,
    statements: {
      wijkkas: await statementsOf(url, await asks(1), (sql, ask) => {
        return ours({ ...context, db: drizzle(sql, { schema }) }, ask);
      }),
      plainSql: await statementsOf(url, await asks(1), byHand),
    },
    programMs: { wijkkas: programMs(took.ours), plainSql: programMs(took.byHand) },
    binds,
    load: load(),
  };
}

/** How many statements acts send, from `begin` up to and including `commit`. */
async function statementsOf(
  url: string,
  asks: readonly Ask[],
  act: (sql: postgres.Sql, ask: Ask) => Promise<unknown>,
): Promise<number> {
  let sent = 0;
  const counting = (_connection: number, text: string) => {
    if (!text.includes('pg_catalog')) sent++;
  };
  const sql = postgres(url, { max: 1, onnotice: () => {}, debug: counting });
  try {
    for (const ask of asks) await act(sql, ask);
    return sent;
  } finally {
    await sql.end();
  }
}

function decide(context: Context, { wijk, initiativeId, decisionId }: Ask) {
  const of = { poolId: wijk.poolId, initiativeId, decisionId, cents: amount, key: `decide:${initiativeId}` };
  return transaction(context.db, (tx) => reserveAndGrant(tx, bookingOf(context), of));
}

function setApart(context: Context, { wijk, initiativeId }: Ask) {
  const of = { poolId: wijk.poolId, initiativeId, cents: amount, key: `reserve:${initiativeId}` };
  return transaction(context.db, (tx) => reserve(tx, bookingOf(context), of));
}

const bookingOf = (context: Context) => bookedBy(context, 'item.decide', 'Besluit');
