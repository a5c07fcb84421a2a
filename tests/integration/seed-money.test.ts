import { randomUUID } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import pino from 'pino';
import { plantSettings } from '~/usecases/site/plant-settings.server';
import { firstSettings } from '../support/settings';
import { beforeAll, describe, expect, test } from 'vitest';
import { wijkenOn } from '#db/reads/area/area';
import { settledAmounts } from '#db/reads/grants/grant';
import { grantsOfTurn, grantTotals } from '#db/reads/grants/list';
import { batchesPage, batchLines, openBatches, waitingPayments } from '#db/reads/payments/batch';
import { openAtYearEnd, periods, poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { bankLine, bankMatch, journalEntry, moneyTaskEnd } from '#db/schema';
import { seedWorld } from '~/cli/seed';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { sum, zero } from '~/domain/money/cents';
import { grantPhases } from '~/domain/ledger/grant';
import { openOf, turnOf } from '~/domain/ledger/grant-acts';
import { entryKinds } from '~/domain/ledger/kinds';
import { rollovers } from '~/domain/ledger/year-end';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { steadyPulse } from '../support/site';
import { PublicVersion } from '#db/public-facts';

/** The first hours of a year, when this year's story still lies in last year, and an evening in autumn. */
const days = ['2027-01-01T07:00:00Z', '2028-10-29T20:00:00Z'];

describe.each(days)('the money story, planted on %s', (moment) => {
  const database = useDatabase({ max: 2 });
  useChecks(database);
  const now = new Date(moment);
  const last = yearOf(calendarDateIn(now)) - 1;
  const db = () => database.app.db;

  beforeAll(async () => {
    await plantSettings(db(), firstSettings, now);
    await seedWorld({
      db: db(),
      config: {
        port: 0,
        host: '127.0.0.1',
        databaseUrl: database.url,
        origins: [],
        secret: undefined,
        demo: true,
        smtpUrl: undefined,
        mailFrom: '',
        contact: 'kas@vierstromen.example',
        theme: 'vierstromen',
        bank: { iban: 'NL71VIER0123456789', name: 'Gemeente Vierstromen' },
        oidc: null,
        uploadBytes: 1_048_576,
        trustProxy: false,
        logLevel: 'silent',
      },
      log: pino({ level: 'silent' }),
      now: () => now,
      newId: randomUUID,
      pulse: steadyPulse,
      publicVersion: new PublicVersion(),
      secret: randomUUID(),
    });
  });

  test('has grants in every phase, and last year one that is not settled', async () => {
    const areaIds = (await wijkenOn(db(), calendarDateIn(now))).map(({ id }) => id);
    for (const phase of grantPhases) {
      const both = [last, last + 1].map((year) => grantTotals(db(), { year, areaIds, phase }));
      const found = (await Promise.all(both)).flatMap((totals) => [...totals.values()]);
      expect(found, phase).not.toEqual([]);
    }
    const { commitments } = await openAtYearEnd(db(), last);
    expect(commitments.count).toBeGreaterThan(0);
  });

  test('shows every grant where the domain says that it stands, and adds up what it says', async () => {
    const areaIds = (await wijkenOn(db(), calendarDateIn(now))).map(({ id }) => id);
    for (const phase of grantPhases) {
      const list = { year: last, areaIds, phase };
      for (const [turn, { count, ...total }] of await grantTotals(db(), list)) {
        const { rows } = await grantsOfTurn(db(), list, { turn, count, page: 1 });
        expect(rows).toHaveLength(count);
        const settled = await settledAmounts(
          db(),
          rows.map(({ initiativeId }) => initiativeId),
        );
        for (const { standing } of rows) expect([standing.phase, turnOf(standing)]).toEqual([phase, turn]);
        expect(total).toEqual({
          granted: sum(rows.map(({ granted }) => granted ?? zero)),
          paid: sum(rows.map(({ standing }) => standing.paid)),
          settled: sum(rows.map(({ initiativeId }) => settled.get(initiativeId) ?? zero)),
          open: sum(rows.map(({ standing }) => openOf(standing))),
        });
      }
    }
  });

  test('leaves last year to be closed: open, with money left under every rule', async () => {
    const pools = await poolsAtYearEnd(db(), { year: last });
    expect(pools).toHaveLength(6);
    const left = pools.flatMap((pool) => pool.left).filter(({ rest }) => rest > 0n);
    expect(new Set(left.map(({ rollover }) => rollover))).toEqual(new Set(rollovers));
    expect(new Set(left.map(({ source }) => source)).size).toBeGreaterThanOrEqual(6);
    const year = (await periods(db())).find((period) => period.year === last);
    expect(year).toEqual({ year: last, closedAt: null });
  });

  test('has every kind of entry but the year end and what becomes of money that was set apart', async () => {
    const found = await db().selectDistinct({ kind: journalEntry.kind }).from(journalEntry);
    const missing = Object.keys(entryKinds).filter((kind) => !found.some((row) => row.kind === kind));
    expect(missing).toEqual([...['release', 'yearEnd', 'assignment', 'refundOrder', 'refund']]);
  });

  test('has one batch that waits, payments without an account, and one that came back', async () => {
    expect((await openBatches(db(), 1)).total).toBe(1);
    const { rows: batches } = await batchesPage(db(), 1);
    expect(batches.length).toBeGreaterThan(6);
    const { rows: waiting } = await waitingPayments(db(), 1);
    expect(waiting.filter(({ payeeId }) => payeeId === null)).not.toHaveLength(0);
    const lines = (await Promise.all(batches.map(({ id }) => batchLines(db(), id)))).flat();
    expect(lines.filter(({ returned }) => returned)).toHaveLength(2);
  });

  test('has bank statements that were read whole, of which one line waits for a person', async () => {
    const ends = await db().select().from(moneyTaskEnd);
    expect(ends.filter(({ refusal }) => refusal !== null)).toEqual([]);
    const matches = await db().selectDistinct({ kind: bankMatch.kind }).from(bankMatch);
    // Its bank tells nothing twice.
    const kinds = matches.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['bankCost', 'clawback', 'notOurs', 'payment', 'receipt', 'return']);
    const open = await db()
      .select({ cents: bankLine.cents })
      .from(bankLine)
      .leftJoin(bankMatch, eq(bankMatch.lineId, bankLine.id))
      .where(isNull(bankMatch.id));
    expect(open).toEqual([{ cents: 50_000n }]);
  });
});
