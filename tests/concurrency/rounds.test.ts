import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countProgress, roundByNumber, rulesCounted } from '#db/reads/voting/round';
import { round } from '#db/schema';
import { insertRound } from '#db/writes/voting/ballots';
import { putCountProgress } from '#db/writes/voting/count';
import { DomainError } from '~/domain/errors';
import { countFile } from '~/formats/pabulib/count';
import { type RuleName, ruleNames } from '~/domain/voting/rule-names';
import { CountBroken } from '~/domain/voting/tally';
import { countInThread } from '~/http/count-thread.server';
import { type Counter, countRounds } from '~/usecases/voting/count-rounds.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { withdrawRound } from '~/usecases/voting/withdraw-round.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { electionBytes, goldenNames } from '../support/pabulib';
import { counter, encode, makeArea, now, operator, snapshot, voteFile } from '../support/rounds';

const database = useDatabase({ max: 20 });
useChecks(database);

beforeAll(async () => {
  await makeArea(database.owner.db, 'WK990101');
  await makeArea(database.owner.db, 'WK990102');
});

const importBytes = (bytes: Uint8Array, areaCode = 'WK990101', onProgress?: (done: number) => void) =>
  importRound(operator(database.app.db), bytes, { areaCode, onProgress });
const countAll = (count: Counter) => countRounds({ db: database.app.db, now: () => now }, count);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const never = new AbortController().signal;

async function standing(number: number) {
  const { db } = database.app;
  const { round } = (await roundByNumber(db, number)) ?? expect.fail();
  return { rules: (await rulesCounted(db, round.id)).sort(), progress: await countProgress(db, round.id) };
}

describe('counting', () => {
  test('by four at once: every outcome once, and the progress is whole', async () => {
    const names = ['Noord', 'Oost', 'Zuid', 'West'];
    for (const name of names) await importBytes(voteFile({ name, voters: 40 }));
    const slow: Counter = async (bytes, rule) => {
      await pause(5 + Math.random() * 20);
      return counter(bytes, rule);
    };
    const added = await Promise.all([1, 2, 3, 4].map(() => countAll(slow)));
    expect(added.reduce((sum, each) => sum + each, 0)).toBe(names.length * ruleNames.length);
    const progress = await database.owner.db.execute(
      sql`select done, total, failed from round_count_progress`,
    );
    expect([...progress]).toEqual(names.map(() => ({ done: 6, total: 6, failed: null })));
  });

  test('cut off in the middle of a rule: goes on later, and keeps what was done', async () => {
    const { number } = await importBytes(voteFile({ name: 'Gestopt' }));
    const stopped: Counter = (bytes, rule) =>
      rule === 'mes-cost'
        ? Promise.reject(new DOMException('the site stops', 'AbortError'))
        : counter(bytes, rule);
    await expect(countAll(stopped)).rejects.toThrow('the site stops');
    expect(await standing(number)).toMatchObject({
      rules: ['greedy', 'mes-cost-add1'],
      progress: { done: 2, total: 6, failed: null },
    });
    const asked: RuleName[] = [];
    const added = await countAll((bytes, rule) => {
      asked.push(rule);
      return counter(bytes, rule);
    });
    expect([added, asked]).toEqual([4, ruleNames.slice(2)]);
    expect((await standing(number)).progress).toMatchObject({ done: 6, failed: null });
  });

  test('an outcome that breaks a promise is told and not kept; the others are, and of other rounds', async () => {
    const [first, second] = [
      await importBytes(voteFile({ name: 'Gebroken', voters: 5 })),
      await importBytes(voteFile({ name: 'Heel' })),
    ];
    const broken: Counter = async (bytes, rule) => {
      const report = await counter(bytes, rule);
      if (report.voters === 5 && rule === 'greedy') throw new CountBroken(['totalWrong']);
      return report;
    };
    await expect(countAll(broken)).rejects.toThrow('totalWrong');
    expect(await standing(first.number)).toMatchObject({
      rules: ruleNames.filter((rule) => rule !== 'greedy').sort(),
      progress: { done: 5, total: 6, failed: 'greedy' },
    });
    expect((await standing(second.number)).progress).toMatchObject({ done: 6, failed: null });
    expect(await countAll(counter)).toBe(1);
    expect((await standing(first.number)).progress).toMatchObject({ done: 6, failed: null });
  });

  test('who knows of fewer outcomes takes nothing back', async () => {
    const { number } = await importBytes(voteFile({ name: 'Voortgang' }));
    await countAll(counter);
    const { progress } = await standing(number);
    await putCountProgress(database.app.db, { ...(progress ?? expect.fail()), done: 2 });
    expect((await standing(number)).progress).toMatchObject({ done: 6, total: 6 });
  });

  test('goes on when the database went away and came back meanwhile', async () => {
    const { number } = await importBytes(voteFile({ name: 'Zonder database' }));
    const cut: Counter = async (bytes, rule) => {
      if (rule === 'greedy') {
        await database.owner.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
        await pause(500);
      }
      return counter(bytes, rule);
    };
    expect(await countAll(cut)).toBe(6);
    expect((await standing(number)).progress).toMatchObject({ done: 6, failed: null });
  });
});

describe('one file read in by many at once', () => {
  test.each([1, 2, 3, 4])('round %i: once', async (attempt) => {
    const bytes = voteFile({ name: `Samen ${attempt}`, voters: 6_000 });
    const imports = await Promise.all(Array.from({ length: 6 }, () => importBytes(bytes)));
    expect(imports.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(imports.map(({ number }) => number)).size).toBe(1);
  });

  test.each([1, 2, 3])(
    'however it was saved, round %i: once, and once again after it was withdrawn',
    async (attempt) => {
      const text = new TextDecoder().decode(voteFile({ name: `Anders bewaard ${attempt}`, voters: 3_000 }));
      const ways = [text, `\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', ';;\n')];
      const together = async () => Promise.all(ways.map((way) => importBytes(encode(way))));
      const first = await together();
      expect(first.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(first.map(({ number }) => number)).size).toBe(1);
      const { number } = first[0] ?? expect.fail();
      const withdraw = () => withdrawRound(operator(database.app.db), { number, reason: 'Verkeerd bestand' });
      const ends = await Promise.allSettled([withdraw(), withdraw(), withdraw()]);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const second = await together();
      expect(second.filter(({ created }) => created)).toHaveLength(1);
      expect([...new Set(second.map((each) => each.number))]).not.toContain(number);
    },
  );

  test('whoever comes second waits as long as the first needs', async () => {
    const limits = await database.app.db.transaction(async (tx) => {
      const [kept] = await tx.select().from(round).limit(1);
      expect(await insertRound(tx, kept ?? expect.fail())).toBeNull();
      return tx.execute(
        sql`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as work`,
      );
    });
    expect([...limits]).toEqual([{ lock: '0', work: '0' }]);
  });

  test('for two areas: one has it, the others hear where it is', async () => {
    const bytes = voteFile({ name: 'Twee wijken', voters: 6_000 });
    const codes = ['WK990101', 'WK990102', 'WK990101', 'WK990102'];
    const ends = await Promise.allSettled(codes.map((code) => importBytes(bytes, code)));
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(refused).toHaveLength(2);
    expect(refused.every((error) => error instanceof DomainError && error.code === 'fileKnown')).toBe(true);
  });
});

describe('an import that is cut off half way', () => {
  const bytes = voteFile({ name: 'Afgebroken', voters: 46_000 });
  /** Cancels what the importing session does, until the import has ended. */
  async function cancel(hasEnded: () => boolean) {
    while (!hasEnded()) {
      await database.owner.db.execute(sql`select pg_cancel_backend(pid) from pg_stat_activity
        where datname = current_database() and state <> 'idle' and query like 'insert into "ballot"%'`);
      await pause(2);
    }
  }

  test.each(['by itself', 'by the database'])('%s: leaves nothing', async (how) => {
    const before = await snapshot(database.owner.db);
    const reported: number[] = [];
    let ended = false;
    let cancelling: Promise<void> | undefined;
    const onProgress = (done: number) => {
      reported.push(done);
      if (done < 10_000) return;
      if (how === 'by itself') throw new Error('cut off');
      cancelling ??= cancel(() => ended);
    };
    const importing = importBytes(bytes, 'WK990101', onProgress).finally(() => (ended = true));
    await expect(importing).rejects.toThrow();
    await cancelling;
    expect(reported).toContain(10_000);
    expect(reported).not.toContain(46_000);
    expect(await snapshot(database.owner.db)).toBe(before);
  });

  test('and read in again it is whole', async () => {
    expect(await importBytes(bytes)).toMatchObject({ voters: 46_000, created: true });
  });
});

describe('the thread that counts', () => {
  test.each(ruleNames)('answers what is counted without it: %s', async (rule) => {
    expect(await countInThread(voteFile(), rule, never)).toEqual(countFile(voteFile(), rule));
  });

  test('fails as the count fails', async () => {
    await expect(countInThread(encode('META\n'), 'greedy', never)).rejects.toThrow('columnMissing at 2:1');
  });

  describe('on a large vote', () => {
    const name = 'Poland_Wroclaw_2015_150_-_500';
    const bytes = goldenNames().includes(name) ? electionBytes(name) : largeVote();
    let timer: NodeJS.Timeout;
    let worst = 0;
    let last = performance.now();

    beforeAll(() => {
      timer = setInterval(() => {
        worst = Math.max(worst, performance.now() - last - 10);
        last = performance.now();
      }, 10);
    });
    afterAll(() => clearInterval(timer));

    test('leaves the program free for others', async () => {
      await pause(50);
      worst = 0;
      const startedAt = performance.now();
      const report = await countInThread(bytes, 'mes-cost-add1', never);
      const took = performance.now() - startedAt;
      // What was held up last is seen only now.
      await pause(50);
      expect(report.voters).toBeGreaterThan(80_000);
      expect(worst).toBeLessThan(Math.min(1_000, took / 3));
    });

    test('ends within a second when the site stops', async () => {
      const stopping = new AbortController();
      const count = countInThread(bytes, 'mes-card-add1', stopping.signal);
      await pause(300);
      const stoppedAt = performance.now();
      stopping.abort();
      await expect(count).rejects.toMatchObject({ name: 'AbortError' });
      expect(performance.now() - stoppedAt).toBeLessThan(1_000);
      await expect(countInThread(bytes, 'greedy', stopping.signal)).rejects.toMatchObject({
        name: 'AbortError',
      });
    });
  });
});

/** A vote over sixty projects by as many as a city, where no large one is on file. */
function largeVote(): Uint8Array {
  const projects = Array.from({ length: 60 }, (_, place) => `p${place};${1000 + ((place * 977) % 4000)}\n`);
  const votes = Array.from({ length: 90_000 }, (_, voter) => {
    const choices = [0, 1, 2, 3].map((part) => `p${(voter * (part + 3) + part * part * 7) % 60}`);
    return `${voter};${[...new Set(choices)].join()}\n`;
  });
  return encode(
    `META\nkey;value\nbudget;60000\nvote_type;approval\nPROJECTS\nproject_id;cost\n${projects.join('')}VOTES\nvoter_id;vote\n${votes.join('')}`,
  );
}
