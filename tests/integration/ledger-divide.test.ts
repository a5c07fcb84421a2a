import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { entriesOfPool } from '#db/reads/ledger/journal';
import { wijkenById } from '#db/reads/area/area';
import { withJournals } from '#db/reads/ledger/journal-export';
import { budgetsByArea, sourcesOfPool } from '#db/reads/ledger/account';
import { countSources } from '#db/reads/sources/source';
import { area, areaCbs, auditEntry, cbsArea, journalEntry } from '#db/schema';
import { byInhabitants } from '~/domain/ledger/division';
import { mostSources } from '~/domain/ledger/source';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import {
  controllerAtWork,
  decideAndGrant,
  euros,
  makeItems,
  makeWijk,
  pledged,
  year,
} from '../support/money-world';
import { whole } from '../support/whole';
import { refused } from '../support/refused';

const database = useDatabase();
useChecks(database);
let context: Context;
beforeAll(async () => {
  context = await controllerAtWork(database.owner.db, database.app.db);
});

test('E8: a yearly amount is divided per inhabitant, exact to the cent, in one act', async () => {
  const places = [await makeWijk(database.owner.db, 12_185), await makeWijk(database.owner.db, 14_440)];
  const areaIds = places.map((wijk) => wijk.areaId);
  const [sourceId = ''] = await pledged(context, areaIds[0] ?? '', [euros(0)]);
  const input = {
    sourceId,
    totalCents: euros(10_000),
    ...byInhabitants(euros(0)),
    areaIds,
    key: randomUUID(),
  };
  const booked = await divideYear(context, input);
  const budgets = await budgetsByArea(database.app.db, year);
  const amounts = areaIds.map((areaId) => budgets.find((row) => row.areaId === areaId)?.budget);
  expect(amounts).toEqual([euros(4_576.53), euros(5_423.47)]);
  const again = await divideYear(context, { ...input, areaIds: [...areaIds].reverse() });
  expect(again).toEqual(booked.map((entry) => ({ ...entry, again: true })));
  await expect(divideYear(context, { ...input, totalCents: euros(10_000.01) })).rejects.toEqual(
    refused('keyReused'),
  );
  await expect(divideYear(context, { ...input, areaIds: areaIds.slice(0, 1) })).rejects.toEqual(
    refused('keyReused'),
  );
  const groups = await database.app.db
    .selectDistinct({ group: journalEntry.linkGroup })
    .from(journalEntry)
    .where(eq(journalEntry.kind, 'pledge'));
  expect(groups).toHaveLength(1);
  const divided = await database.app.db.select().from(auditEntry).where(eq(auditEntry.act, 'money.divide'));
  expect(divided).toHaveLength(1);
});

test('a foot for every wijk, nothing by head where nobody lives, and no entry of nothing', async () => {
  const places = [await makeWijk(database.owner.db, 300), await makeWijk(database.owner.db, 0)];
  const areaIds = places.map((wijk) => wijk.areaId);
  const [sourceId = ''] = await pledged(context, areaIds[0] ?? '', [euros(0)]);
  const divide = (total: number, foot: number) =>
    divideYear(context, {
      sourceId,
      totalCents: euros(total),
      ...byInhabitants(euros(foot)),
      areaIds,
      key: randomUUID(),
    });
  expect(await divide(100, 10)).toHaveLength(2);
  expect(await divide(100, 0)).toHaveLength(1);
  await expect(divide(100, 50.01)).rejects.toEqual(refused('footsExceedTotal'));
  const budgets = await budgetsByArea(database.app.db, year);
  const amounts = areaIds.map((areaId) => budgets.find((row) => row.areaId === areaId)?.budget);
  expect(amounts).toEqual([euros(190), euros(10)]);
  const unknown = divideYear(context, {
    sourceId,
    totalCents: euros(1),
    ...byInhabitants(euros(0)),
    areaIds: [randomUUID()],
    key: randomUUID(),
  });
  await expect(unknown).rejects.toEqual(refused('notFound'));
});

test('an area counts the people of the newest CBS areas it consists of', async () => {
  const { areaId } = await makeWijk(database.owner.db);
  const geometry = { type: 'Point' as const, coordinates: [5.4, 52.2] };
  const rows = [
    { code: 'WK030703', year: 2023, inhabitants: 9 },
    { code: 'WK030703', year: 2024, inhabitants: 12_185 },
    { code: 'WK030704', year: 2024, inhabitants: null },
  ];
  const gemeente = { name: 'Wijk', gemeenteCode: 'GM0307', geometry };
  await database.owner.db.insert(cbsArea).values(rows.map((row) => ({ ...row, ...gemeente })));
  await database.owner.db.insert(areaCbs).values(rows.map(({ code, year }) => ({ areaId, code, year })));
  await database.owner.db.update(area).set({ ownInhabitants: null }).where(eq(area.id, areaId));
  expect((await wijkenById(database.app.db, [areaId]))[0]?.inhabitants).toBe(12_185);
});

test('every figure can be followed to its postings, per wijk and per source', async () => {
  const wijk = await makeWijk(database.owner.db);
  const sourceIds = await pledged(context, wijk.areaId, [euros(600), euros(300)]);
  const [item] = await makeItems(database.owner.db, wijk, [euros(90)]);
  if (!item) throw new Error('no item');
  await decideAndGrant(context, item);
  const { rows, total, pages } = await entriesOfPool(database.app.db, wijk.poolId, 1);
  expect([rows.length, total, pages]).toEqual([10, 4, 1]);
  expect(rows[0]).toMatchObject({
    kind: 'grant',
    decision: { year, number: 1 },
    council: `Raad ${wijk.areaId}`,
    initiative: { title: 'Straatfeest' },
  });
  const left = rows.filter((row) => row.account === 'available').reduce((sum, row) => sum - row.cents, 0n);
  expect(left).toBe(euros(810));
  expect((await entriesOfPool(database.app.db, wijk.poolId, 2)).rows, 'past the end').toEqual(rows);
  expect(rows.at(-1)).toMatchObject({ kind: 'pledge', decision: null, council: null });
  const here = await sourcesOfPool(database.app.db, wijk.poolId, 1);
  expect(here.rows.map(({ id, name, budget, granted }) => [id, name, budget, granted])).toEqual([
    [sourceIds[0], 'Bron a', euros(600), euros(60)],
    [sourceIds[1], 'Bron b', euros(300), euros(30)],
  ]);
  const entriesOf = (asked: number) => withJournals(database.app.db, asked, ({ entries }) => whole(entries));
  const exported = (await entriesOf(year)).flatMap(({ postings }) => postings);
  expect(exported.reduce((sum, row) => sum + row.cents, 0n)).toBe(0n);
  expect(await entriesOf(year - 1)).toEqual([]);
});

test('a year that has all the sources it holds takes no other', async () => {
  const [last] = await pledged(context, (await makeWijk(database.owner.db, 100)).areaId, [euros(0)]);
  const source = { code: 'een-meer', name: 'Een bron meer', kolom: 'wmo', funder: 'Het Rijk', year } as const;
  const held = await countSources(database.app.db, year);
  const columns = sql`name, kolom, funder, year, rollover`;
  await database.owner.db.execute(sql`insert into source (id, code, ${columns})
    select gen_random_uuid(), 'vol-' || n, ${columns} from source s, generate_series(1, ${mostSources - held}::int) n
    where s.id = ${last}`);
  await expect(createSource(context, source)).rejects.toEqual(refused('tooManySources'));
  await expect(createSource(context, { ...source, year: year + 1 })).resolves.toEqual(expect.any(String));
});
