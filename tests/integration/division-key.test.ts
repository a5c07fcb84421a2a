import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { type DivisionOf, divisionsOf } from '#db/reads/sources/division';
import { sharesPerWijk } from '#db/reads/sources/source';
import { area, auditEntry, division, source } from '#db/schema';
import { noEarmark } from '~/domain/ledger/earmark';
import { asWeight, byInhabitants, divide, type DivisionRule } from '~/domain/ledger/division';
import { cents, sum } from '~/domain/money/cents';
import { divideSource, type SourceToDivide } from '~/usecases/sources/divide-source.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { previewDivision } from '~/usecases/sources/preview-division.server';
import { type Context } from '~/usecases/context.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { officer } from '../support/grant-world';
import { euros, raw } from '../support/money-world';
import { makeGemeente } from '../support/person';
import { refused } from '../support/refused';

const database = useDatabase();
useChecks(database);
let controller: Context;
let colleague: Context;
beforeAll(async () => {
  const { gemeenteId, here, there } = await makeGemeente(database.owner.db);
  const place = { kind: 'wijk', parentId: gemeenteId, validFrom: '2020-01-01' } as const;
  await database.owner.db
    .insert(area)
    .values({ ...place, id: randomUUID(), slug: 'eiland', name: 'Eiland', ownInhabitants: 0 } as never);
  for (const [id, ownInhabitants] of [
    [here, 1000],
    [there, 3000],
  ] as const) {
    await database.owner.db.update(area).set({ ownInhabitants }).where(eq(area.id, id));
  }
  controller = await officer(database, 'controller');
  colleague = await officer(database, 'controller');
});

/** 'daar', 'eiland' and 'hier', in the order of their addresses. */
const slugs = ['daar', 'eiland', 'hier'];
const sharesOf = (weights: readonly bigint[]) =>
  weights.map((weight, index) => ({ slug: slugs[index] ?? '', weight }));

const rules: Record<string, DivisionRule> = {
  inhabitants: byInhabitants(euros(10)),
  amounts: {
    ...{ by: 'amounts', footCents: cents(0), weightsFrom: null },
    shares: sharesOf([asWeight(euros(60)), asWeight(euros(40)), 0n]),
  },
  weights: {
    ...{ by: 'weights', footCents: cents(0), weightsFrom: 'CBS, lage inkomens, 2024' },
    shares: sharesOf([5_000n, 5_000n, 5_000n]),
  },
};
const given: Record<string, bigint[]> = {
  inhabitants: [7_000n, 3_000n],
  amounts: [6_000n, 4_000n, 0n],
  // One cent more for the first by address, as they weigh the same.
  weights: [3_334n, 3_333n, 3_333n],
};
const keys = Object.keys(rules);

const toDivide = (name: string, key: string, total = euros(100)): SourceToDivide => ({
  ...{ name, kolom: 'wmo', funder: 'Gemeente', year: 2026, totalCents: total },
  ...{ ...noEarmark, rollover: 'lapses', rolloverPct: 0, ...(rules[key] ?? byInhabitants(cents(0))) },
});

const sourcesCalled = (name: string) =>
  database.app.db.select({ id: source.id }).from(source).where(eq(source.name, name));

async function keptOf(sourceId: string): Promise<DivisionOf> {
  const [kept, ...more] = await divisionsOf(database.app.db, sourceId);
  expect(more).toEqual([]);
  if (!kept) throw new Error('no division was kept');
  return kept;
}

describe.each(keys)('by %s', (key) => {
  test('is booked as it was previewed, and kept with all that a stranger needs to recompute it', async () => {
    const input = toDivide(`Bron ${key}`, key);
    const { parts, skipped } = await previewDivision(controller, input);
    expect(skipped).toEqual(key === 'inhabitants' ? ['Eiland'] : []);
    const id = randomUUID();
    await divideSource(controller, id, input);
    const kept = await keptOf(id);
    expect(kept).toMatchObject({ by: key, totalCents: euros(100), weightsFrom: rules[key]?.weightsFrom });
    expect(kept.parts.map((part) => part.cents)).toEqual(given[key]);
    expect(sum(kept.parts.map((part) => part.cents))).toBe(kept.totalCents);
    const shown = new Map(parts.map(({ slug, cents: amount }) => [slug, amount]));
    for (const part of kept.parts) expect(shown.get(part.slug)).toBe(part.cents);
    const promised = await sharesPerWijk(database.app.db, id);
    expect(promised.map((wijk) => [wijk.slug, wijk.promised]).sort()).toEqual(
      kept.parts.filter((part) => part.cents > 0n).map((part) => [part.slug, part.cents]),
    );
    const weights = kept.parts.map(({ weight, cents: amount }) => weight ?? asWeight(amount));
    expect(divide(kept.by, kept, weights)).toEqual(given[key]);
  });

  test('sent three times at once it is one act; with another amount it is another', async () => {
    const [name, id] = [`Driemaal ${key}`, randomUUID()];
    await Promise.all([1, 2, 3].map(() => divideSource(controller, id, toDivide(name, key))));
    await divideSource(controller, id, toDivide(name, key));
    await keptOf(id);
    expect(sum((await sharesPerWijk(database.app.db, id)).map(({ promised }) => promised))).toBe(euros(100));
    const acts = await database.app.db.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(acts.map(({ act }) => act).filter((act) => act === 'money.divide')).toHaveLength(1);
    const other = { ...toDivide(name, key), ...rules.weights, weightsFrom: 'Iemand anders' };
    await expect(divideSource(controller, id, other)).rejects.toEqual(refused('keyReused'));
  });

  test('by two controllers at once it has one outcome', async () => {
    const name = `Tegelijk ${key}`;
    const both = await Promise.allSettled(
      [controller, colleague].map((who) => divideSource(who, randomUUID(), toDivide(name, key))),
    );
    const failed = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failed).toEqual([refused('nameTaken', 'name')]);
    const [only, ...others] = await sourcesCalled(name);
    expect(others).toEqual([]);
    expect((await keptOf(only?.id ?? '')).parts.map((part) => part.cents)).toEqual(given[key]);
  });
});

describe('is refused, and nothing of it stays', () => {
  const amounts = (...list: number[]) => ({
    shares: sharesOf(list.map((amount) => asWeight(euros(amount)))),
  });
  test.each([
    ['amounts', 'a cent less', amounts(60, 39.99, 0), 'partsNotTotal'],
    ['amounts', 'a cent more', amounts(60, 40.01, 0), 'partsNotTotal'],
    ['amounts', 'a wijk less', amounts(60, 40), 'weightsMissing'],
    ['amounts', 'no wijk', { shares: [] }, 'weightsMissing'],
    ['weights', 'nothing but zeros', { shares: sharesOf([0n, 0n, 0n]) }, 'weightsZero'],
    ['weights', 'one wijk', { shares: sharesOf([1n]) }, 'weightsMissing'],
    [
      'weights',
      'an unknown wijk',
      { shares: [...sharesOf([1n, 1n, 1n]), { slug: 'elders', weight: 1n }] },
      'formInvalid',
    ],
    [
      'weights',
      'a wijk twice',
      { shares: [...sharesOf([1n, 1n, 1n]), { slug: 'hier', weight: 1n }] },
      'formInvalid',
    ],
    ['inhabitants', 'too high a foot', { footCents: euros(51) }, 'footsExceedTotal'],
  ] as const)('by %s with %s', async (key, _what, change, code) => {
    const name = `Nooit ${randomUUID()}`;
    const input = { ...toDivide(name, key), ...change };
    await expect(divideSource(controller, randomUUID(), input)).rejects.toEqual(refused(code));
    expect(await sourcesCalled(name)).toEqual([]);
  });
});

test('the year before stands beside it, by the name of the source, however it is written', async () => {
  await divideSource(controller, randomUUID(), { ...toDivide('Elk jaar', 'amounts'), year: 2025 });
  const now = await previewDivision(controller, toDivide('ELK jaar', 'weights'));
  expect(now.parts.map(({ slug, lastYear }) => [slug, lastYear])).toEqual([
    ['daar', euros(60)],
    ['eiland', euros(40)],
    ['hier', 0n],
  ]);
  const fresh = await previewDivision(controller, toDivide('Nog nooit', 'weights'));
  expect(fresh.parts.map(({ lastYear }) => lastYear)).toEqual([null, null, null]);
});

test('asked again after people came to live where nobody did, it books nothing more', async () => {
  const id = randomUUID();
  await divideSource(controller, id, toDivide('Eerst', 'amounts'));
  const areaIds = (await database.app.db.select({ id: area.id }).from(area).where(eq(area.kind, 'wijk'))).map(
    (row) => row.id,
  );
  const again = {
    sourceId: id,
    totalCents: euros(100),
    ...byInhabitants(cents(0)),
    areaIds,
    key: 'nog eens',
  };
  const people = (ownInhabitants: number) =>
    database.owner.db.update(area).set({ ownInhabitants }).where(eq(area.slug, 'eiland'));
  expect(await divideYear(controller, again)).toHaveLength(2);
  await people(500);
  await expect(divideYear(controller, again)).rejects.toEqual(refused('keyReused'));
  await people(0);
  expect((await divideYear(controller, again)).every((entry) => entry.again)).toBe(true);
});

describe('the database keeps a division whole', () => {
  const refusalOf = (statement: string) =>
    raw(database.owner.db, statement).then(
      () => 'accepted',
      (error: unknown) => databaseError(error)?.constraint_name,
    );
  const someDivision = async (by: string) => {
    const [found] = await database.app.db
      .select()
      .from(division)
      .where(sql`${division.by} = ${by}`)
      .limit(1);
    return found?.id ?? '';
  };

  test('no part comes later, and none is missing', async () => {
    const id = await someDivision('inhabitants');
    const later = `insert into division_part select '${id}', id, 1, 1 from area where slug = 'teststad'`;
    expect(await refusalOf(later)).toBe('division_whole');
    const alone = `insert into division select gen_random_uuid(), source_id, gen_random_uuid(), divided_on, by,
      total_cents, foot_cents, weights_from from division limit 1`;
    expect(await refusalOf(alone)).toBe('division_whole');
  });

  test('a wijk weighs something of its own but for amounts by hand', async () => {
    const part = (id: string, weight: string) =>
      `insert into division_part select '${id}', id, ${weight}, 0 from area where slug = 'teststad'`;
    expect(await refusalOf(part(await someDivision('amounts'), '1'))).toBe('division_part_weighs');
    expect(await refusalOf(part(await someDivision('weights'), 'null'))).toBe('division_part_weighs');
  });
});
