import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { entriesOfPool, type PostingRow } from '#db/reads/journal';
import { budgetOfPool } from '#db/reads/ledger';
import { journalEntry } from '#db/schema';
import { transaction } from '#db/transaction';
import { accountKinds } from '~/domain/ledger/accounts';
import { entryKinds } from '~/domain/ledger/rules';
import { cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { payAdvance, payOut } from '~/usecases/money/pay.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import {
  bookingOf,
  controllerAtWork,
  decideAndGrant,
  euros,
  makeItems,
  makeWijk,
  pledged,
} from '../support/money-world';

const database = useDatabase();
useChecks(database);
const page = readFileSync('docs/how-it-works/money.md', 'utf8');
const money = (amount: bigint) => formatEuros(cents(amount), 'nl', 'full').replaceAll('\u00a0', ' ');

function tableRow({ number, kind, account, source, cents: amount, balanceAfter }: PostingRow): string {
  const [debit, credit] = amount > 0n ? [money(amount), ''] : ['', money(-amount)];
  const cells = [number, entryKinds[kind].name, accountKinds[account].segment, source.name, debit, credit];
  return `| ${[...cells, money(balanceAfter)].join(' | ')} |`.replaceAll(/ +/g, ' ');
}

test('the worked example in docs/how-it-works/money.md is what the books say', async () => {
  const context = await controllerAtWork(database.owner.db, database.app.db);
  const wijk = await makeWijk(database.owner.db);
  await pledged(context, wijk.areaId, [euros(15_000), euros(10_000), euros(5_000)]);
  const [item] = await makeItems(database.owner.db, wijk, [euros(4_000)]);
  if (!item) throw new Error('no item');
  await decideAndGrant(context, item);
  const of = { poolId: wijk.poolId, initiativeId: item.initiativeId };
  await transaction(context.db, async (tx) => {
    await payAdvance(tx, bookingOf(context), { ...of, cents: euros(2_000), key: randomUUID() });
    await payOut(tx, bookingOf(context), { ...of, key: randomUUID() });
  });
  const { rows } = await entriesOfPool(database.app.db, wijk.poolId, 1);
  const written = rows
    .map((row) => ({
      ...row,
      place: `${row.number} ${accountKinds[row.account].segment} ${row.source.name}`,
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(tableRow)
    .join('\n');
  expect(page.replaceAll(/ +/g, ' ')).toContain(written);
  const budget = await budgetOfPool(database.app.db, wijk.poolId);
  for (const amount of Object.values(budget)) expect(page).toContain(money(amount));
  const [first] = await database.app.db.select().from(journalEntry).orderBy(asc(journalEntry.id)).limit(1);
  expect(first?.prevHash).toMatch(/^0{64}$/);
});
