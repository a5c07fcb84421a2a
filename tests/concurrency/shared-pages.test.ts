import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { transaction } from '#db/transaction';
import { useSite } from '../support/site';

const it = useSite({ demo: true });
const path = '/wijken/parkwijk';
const readers = 12;
const writes = 25;

/** The number that the page shows: how often the wijk was given another name. */
const shown = async () =>
  Number(/Wijk nummer (\d+)/.exec(await (await fetch(it.origin + path)).text())?.[1] ?? 0);

test('who reads after a write sees it, while many read; and nobody sees less than they saw', async () => {
  let written = 0;
  let over = false;
  const stale: string[] = [];
  const reader = async () => {
    let seen = 0;
    while (!over) {
      const before = written;
      const number = await shown();
      if (number < Math.max(before, seen)) stale.push(`${number} after ${before}, seen ${seen}`);
      seen = number;
    }
  };
  const reading = Array.from({ length: readers }, reader);
  for (let number = 1; number <= writes; number += 1) {
    const name = `Wijk nummer ${number}`;
    await transaction(it.site.db, (tx) =>
      tx.execute(sql`update area set name = ${name} where slug = 'parkwijk'`),
    );
    written = number;
    if ((await shown()) < number) stale.push(`the next answer after ${number}`);
  }
  over = true;
  await Promise.all(reading);
  expect(stale).toEqual([]);
});
