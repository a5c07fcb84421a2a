import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { budgetOfPool } from '#db/reads/ledger/account';
import { account, initiative, journalEntry, posting } from '#db/schema';
import {
  exampleAmounts,
  exampleEnd,
  type ExampleEntry,
  exampleJournal,
  exampleKinds,
  exampleSources,
} from '~/domain/ledger/example';
import { type Leg } from '~/domain/ledger/posting';
import { cents } from '~/domain/money/cents';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { exampleTable, kindsTable, money } from '../support/money-doc';
import { knownPayee } from '../support/payee';
import { makeOffice, paid } from '../support/payment-world';
import { decideAndGrant, makeItems, makeWijk, pledged } from '../support/money-world';

const database = useDatabase();
useChecks(database);

/** As written, with what makes its tables easy to read taken off. */
const written = readFileSync('docs/how-it-works/money.md', 'utf8')
  .replaceAll(/ +\|/g, ' |')
  .replaceAll(/\| +/g, '| ')
  .replaceAll(/-{3,}:?/g, '---');

test('docs/how-it-works/money.md has every kind of entry, as the table of kinds says it', () => {
  expect(written).toContain(kindsTable());
});

test('its worked example is that of the code that books it', () => {
  expect(written).toContain(exampleTable(exampleJournal()));
  const { budget } = exampleEnd();
  for (const amount of Object.values(budget)) expect(written).toContain(money(amount));
});

test('and the books say the same', async () => {
  const { db } = database.app;
  const office = await makeOffice(database);
  const context = office.controller;
  const wijk = await makeWijk(database.owner.db);
  const sourceIds = await pledged(
    context,
    wijk.areaId,
    exampleSources.map((source) => source.cents),
  );
  for (const [index, source] of exampleSources.entries()) {
    const receipt = { sourceId: sourceIds[index] ?? '', cents: source.cents, key: randomUUID() };
    await receiveSource(context, receipt);
  }
  const [item] = await makeItems(database.owner.db, wijk, [exampleAmounts.granted]);
  if (!item) throw new Error('no item');
  await decideAndGrant(context, item);
  const [found] = await db.select().from(initiative).where(eq(initiative.id, item.initiativeId));
  const number = found?.number ?? 0;
  await approveAdvance(context, { number, cents: exampleAmounts.advanced, key: randomUUID() });
  await knownPayee(office, number);
  await paid(office, [{ ...item, number, sourceIds }]);
  await settleGrant(context, {
    number,
    costCents: exampleAmounts.spent,
    otherIncomeCents: cents(0),
    ground: 'notDone',
    explanation: 'Er kwamen minder buren.',
    key: randomUUID(),
  });
  const back = cents(exampleAmounts.advanced - exampleAmounts.spent);
  await receiveClawback(context, { number, cents: back, key: randomUUID() });
  expect(exampleTable(await bookedByKind(sourceIds))).toBe(exampleTable(exampleJournal()));
  expect(await budgetOfPool(db, wijk.poolId)).toEqual(exampleEnd().budget);
  const [first] = await db.select().from(journalEntry).orderBy(asc(journalEntry.id)).limit(1);
  expect(first?.prevHash).toMatch(/^0{64}$/);
});

/** All that was booked, one entry a kind: the acts book a promise and a receipt for each source apart. */
async function bookedByKind(
  sourceIds: readonly string[],
): Promise<{ kind: ExampleEntry['kind']; legs: Leg[] }[]> {
  const rows = await database.app.db
    .select({
      entry: journalEntry.kind,
      kind: account.kind,
      code: account.code,
      sourceId: posting.sourceId,
      cents: posting.cents,
    })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(account, eq(account.id, posting.accountId));
  const named = new Map(sourceIds.map((id, index) => [id, exampleSources[index]?.sourceId ?? '']));
  expect(new Set(rows.map(({ entry }) => entry))).toEqual(new Set(exampleKinds));
  return exampleKinds.map((kind) => ({
    kind,
    legs: rows
      .filter(({ entry }) => entry === kind)
      .map((row) => ({
        account: { kind: row.kind, code: row.code, pool: null, subjectId: null, detail: null },
        sourceId: named.get(row.sourceId) ?? '',
        cents: row.cents,
      })),
  }));
}
