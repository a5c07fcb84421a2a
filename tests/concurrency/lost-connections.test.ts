import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Connection, type Transaction } from '#db/client';
import { databaseError, faultOf, OutcomeUnknown, PoolBusy } from '#db/fault';
import { appLogin } from '#db/login';
import { both, transaction } from '#db/transaction';
import { useDatabase } from '../support/database';

const database = useDatabase();
let few: Connection;
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everything that happens here is one of these: which transaction wrote it, and as which of its statements. */
const mark = (tx: Pick<Transaction, 'execute'>, owner: string, part: number) =>
  tx.execute(sql`insert into mark (owner, part) values (${owner}, ${part})`);

const pidOf = async (tx: Transaction) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const kill = async (pid: number) => {
  await database.owner.db.execute(sql`select pg_terminate_backend(${pid})`);
};
const marks = () =>
  database.owner.db.execute<{ owner: string; parts: string }>(
    sql`select owner, string_agg(part::text, ',' order by part) as parts from mark group by owner`,
  );

beforeAll(async () => {
  await database.owner.db.execute(sql`create table mark (owner text, part int)`);
  await database.owner.db.execute(sql`create table held (id int primary key, n int)`);
  await database.owner.db.execute(sql`insert into held values (1, 0), (2, 0)`);
  await database.owner.db.execute(sql`grant select, insert, update on mark, held to wijkkas_app`);
  // So few that a connection which comes back would surely be given to somebody else.
  few = connect(database.url, { max: 3 });
});
beforeEach(() => database.owner.db.execute(sql`truncate mark`));
afterAll(() => few.close());

describe('a transaction whose connection was lost', () => {
  test('never reaches the database again: 200 of them, under load', { timeout: 120_000 }, async () => {
    const strays: unknown[] = [];
    const stray = (error: unknown) => strays.push(error);
    process.on('uncaughtException', stray);
    let going = true;
    let done = 0;
    const busy = async (name: string) => {
      for (let n = 0; going; n++) {
        const owner = `${name}-${n}`;
        const kept = await transaction(few.db, async (tx) => {
          await mark(tx, owner, 1);
          await wait(1);
          await mark(tx, owner, 2);
        }).catch((error: unknown) => error);
        if (kept === undefined) done++;
        else expect(faultOf(kept)).toBe('away');
      }
    };
    const load = ['a', 'b', 'c'].map(busy);
    const ends = new Set<string>();
    for (let n = 0; n < 200; n++) {
      const error = (await few.db
        .transaction(async (tx) => {
          await mark(tx, 'doomed', 1);
          await kill(await pidOf(tx));
          // Something else than the database, long enough for the connection to be somebody else's.
          await wait(n % 20);
          await mark(tx, 'doomed', 2);
        })
        .catch((reason: unknown) => reason)) as Error;
      ends.add(faultOf(error) ?? error.message);
    }
    going = false;
    await Promise.all(load);
    process.off('uncaughtException', stray);
    const found = await marks();
    expect(strays).toEqual([]);
    expect([...ends]).toEqual(['away']);
    expect(found.filter(({ owner }) => owner === 'doomed')).toEqual([]);
    expect(found.filter(({ parts }) => parts !== '1,2')).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(done);
    expect(done).toBeGreaterThan(20);
  });

  test('statements that were on their way together all end', async () => {
    const outcome = await few.db
      .transaction(async (tx) => {
        const pid = await pidOf(tx);
        setTimeout(() => void kill(pid), 50);
        await both(tx.execute(sql`select pg_sleep(${2}::int)`), tx.execute(sql`select ${1}::int`));
      })
      .catch((error: unknown) => error);
    expect(faultOf(outcome)).toBe('away');
  });

  test('is done again from the start when nothing was committed', async () => {
    let runs = 0;
    await transaction(few.db, async (tx) => {
      runs++;
      await mark(tx, 'again', runs);
      if (runs === 1) await kill(await pidOf(tx));
      await mark(tx, 'again', 9);
    });
    expect(await marks()).toEqual([{ owner: 'again', parts: '2,9' }]);
  });

  test('every connection heals, plain statements too', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 3 }, () => few.db.execute(sql`select pg_sleep(0.01)`)));
      await database.owner.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
      );
      const [row] = await few.db.execute<{ n: number }>(sql`select 1 as n`);
      expect(row?.n).toBe(1);
      await transaction(few.db, (tx) => mark(tx, 'healed', round));
    }
    expect(await marks()).toEqual([{ owner: 'healed', parts: '0,1,2,3,4' }]);
  });
});

describe('a connection lost while committing', () => {
  /** Commits slowly, so that it can be cut off in the middle. */
  beforeAll(async () => {
    await database.owner.db.execute(
      sql`create function slow() returns trigger language plpgsql as
          $$ begin perform pg_sleep(0.3); return null; end $$`,
    );
    await database.owner.db.execute(
      sql`create constraint trigger slow after insert on mark deferrable initially deferred
          for each row execute function slow()`,
    );
  });
  const cutOnce = async (keyed: boolean) => {
    let runs = 0;
    const outcome = await transaction(
      few.db,
      async (tx) => {
        runs++;
        await mark(tx, 'unsure', runs);
        const pid = await pidOf(tx);
        if (runs === 1) setTimeout(() => void kill(pid), 60);
      },
      { keyed },
    ).catch((error: unknown) => error);
    return { runs, outcome };
  };
  afterAll(() => database.owner.db.execute(sql`drop trigger slow on mark`));

  test('says that nobody knows, and is not done again', async () => {
    const { runs, outcome } = await cutOnce(false);
    expect(outcome).toBeInstanceOf(OutcomeUnknown);
    expect(runs).toBe(1);
  });

  test('is done again where a key tells whether it was done', async () => {
    const { runs, outcome } = await cutOnce(true);
    expect({ runs, outcome }).toEqual({ runs: 2, outcome: undefined });
  });

  test('stays unknown when no later try comes through', async () => {
    let runs = 0;
    const outcome = await transaction(
      few.db,
      async (tx) => {
        runs++;
        const pid = await pidOf(tx);
        if (runs > 1) await kill(pid);
        await mark(tx, 'unsure', runs);
        setTimeout(() => void kill(pid), 60);
      },
      { keyed: true },
    ).catch((error: unknown) => error);
    expect(runs).toBe(5);
    expect(outcome).toBeInstanceOf(OutcomeUnknown);
  });
});

describe('a transaction', () => {
  test('whose failed statement was caught still keeps nothing', async () => {
    const outcome = await few.db
      .transaction(async (tx) => {
        await mark(tx, 'half', 1);
        await tx.execute(sql`select 1 / 0`).catch(() => {});
      })
      .catch((error: unknown) => error);
    expect(databaseError(outcome)?.code).toBe('22012');
    expect(await marks()).toEqual([]);
  });

  test('within another is kept with it, or undone alone', async () => {
    await transaction(few.db, async (tx) => {
      await mark(tx, 'outer', 1);
      await transaction(tx, (inner) => mark(inner, 'inner', 1));
      const failed = transaction(tx, async (inner) => {
        await mark(inner, 'failed', 1);
        await inner.execute(sql`select 1 / 0`);
      });
      await expect(failed).rejects.toThrow();
      await mark(tx, 'outer', 2);
    });
    expect([...(await marks())].sort((a, b) => a.owner.localeCompare(b.owner))).toEqual([
      { owner: 'inner', parts: '1' },
      { owner: 'outer', parts: '1,2' },
    ]);
  });

  test('sends no statement after its end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await few.db.transaction(async (tx) => {
      await mark(tx, 'late', 1);
      late = wait(30).then(() => mark(tx, 'late', 2));
    });
    await expect(late).rejects.toThrow();
    expect(await marks()).toEqual([{ owner: 'late', parts: '1' }]);
  });
});

describe('a row that somebody holds', () => {
  /** Holds row 1 for so long. */
  const hold = async (ms: number) => {
    let held = () => {};
    const began = new Promise<void>((resolve) => (held = resolve));
    const done = database.owner.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from held where id = 1 for update`);
      held();
      await wait(ms);
    });
    await began;
    return done;
  };
  const raise = (id: number) =>
    transaction(few.db, (tx) => tx.execute(sql`update held set n = n + 1 where id = ${id}`));

  test('is waited for shortly, and once more', async () => {
    const held = hold(1_000);
    await wait(50);
    await raise(1);
    await held;
    const [row] = await few.db.execute<{ n: number }>(sql`select n from held where id = 1`);
    expect(row?.n).toBe(1);
  });

  test('holds up nobody else, and those who want it hear that it is busy', { timeout: 30_000 }, async () => {
    const held = hold(5_000);
    await wait(50);
    const writers = Array.from({ length: 9 }, () => raise(1).catch((error: unknown) => faultOf(error)));
    // Nine at three places, half a second each: then they wait elsewhere.
    await wait(2_000);
    const slowest = async (work: () => Promise<unknown>) => {
      let most = 0;
      for (let n = 0; n < 10; n++) {
        const from = performance.now();
        await work();
        most = Math.max(most, performance.now() - from);
      }
      return most;
    };
    expect(await slowest(() => few.db.execute(sql`select n from held where id = 1`))).toBeLessThan(1_000);
    expect(await slowest(() => raise(2))).toBeLessThan(1_000);
    const heard = await Promise.all(writers);
    expect(new Set(heard.filter((said) => typeof said === 'string'))).toEqual(new Set(['busy']));
    await held;
  });
});

test('who finds all connections taken for too long hears so', { timeout: 20_000 }, async () => {
  const one = connect(database.url, { max: 1 });
  const taken = one.db.execute(sql`select pg_sleep(6)`).then(() => {});
  await wait(50);
  await expect(one.db.execute(sql`select 1`).then(() => {})).rejects.toSatisfy(
    (error: Error) => error instanceof PoolBusy || error.cause instanceof PoolBusy,
  );
  await taken;
  await one.close();
});

test('a server that is full is no outage: one waits for a connection of our own', async () => {
  const login = connect(await appLogin(database.url), { max: 6 });
  const [row] = await database.owner.db.execute<{ name: string }>(sql`select current_database() as name`);
  // The limit counts everybody, and holds those who are no superuser: as many as there are, and two more.
  const [now] = await database.owner.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database()`,
  );
  await database.owner.db.execute(
    sql.raw(`alter database ${row?.name} connection limit ${(now?.n ?? 0) + 2}`),
  );
  const asked = Array.from({ length: 12 }, () =>
    login.db.execute(sql`select pg_sleep(0.02)`).then(
      () => 'done',
      (error: unknown) => faultOf(error) ?? 'broken',
    ),
  );
  const answers = await Promise.all(asked);
  await database.owner.db.execute(sql.raw(`alter database ${row?.name} connection limit -1`));
  expect(answers).toEqual(answers.map(() => 'done'));
  await login.close();
});
