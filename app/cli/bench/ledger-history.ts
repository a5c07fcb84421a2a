import { max } from 'drizzle-orm';
import postgres from 'postgres';
import { type Database } from '#db/client';
import { journalEntry } from '#db/schema';
import { transaction } from '#db/transaction';
import { ensureAccounts, ensurePool } from '#db/writes/ledger/accounts';
import { lockJournals } from '#db/writes/ledger/lock';
import { addDays, calendarDate, type CalendarDate, daysBetween, yearOf } from '~/domain/calendar';
import { accounts, type Pool } from '~/domain/ledger/accounts';
import { pledgeLegs, receiptLegs } from '~/domain/ledger/rules';
import { cents } from '~/domain/money/cents';
import { createSource } from '~/usecases/sources/create-source.server';
import { type Context } from '~/usecases/context.server';
import { bookInBulk, type BulkEntry, copyEntries, type History, inBulk, settleBalances } from './ledger-bulk';
import { type Wijk } from './ledger-world';

const firstDay = calendarDate('2017-01-01');
const lastDay = calendarDate('2025-12-31');
const historyDays = daysBetween(firstDay, lastDay) + 1;
const years = Array.from({ length: yearOf(lastDay) - yearOf(firstDay) + 1 }, (_, n) => yearOf(firstDay) + n);
/** A pledge to a wijk and its arrival at the bank, each from two sources. */
const postingsPerRound = 8;
const roundsAtOnce = 2_500;

/** A day of the history; `part` says how far through it, from 0 up to 1. */
export const dayAt = (part: number): CalendarDate => addDays(firstDay, Math.floor(part * historyDays));

/** Ten years of sources, pools and accounts for these wijken, with nothing booked on them yet. */
export async function startHistory(
  context: Context,
  owner: Database,
  wijken: readonly Wijk[],
): Promise<History> {
  const sources = new Map<number, string[]>();
  for (const year of years) {
    const ids: string[] = [];
    for (const code of ['a', 'b', 'c', 'd']) {
      const of = { name: `Bron ${code}`, kolom: 'wmo' as const, year, funder: 'Gemeente' };
      ids.push(await createSource(context, { code: `${code}-${year}`, ...of }));
    }
    sources.set(year, ids);
  }
  return transaction(owner, async (tx) => {
    const pools: Pool[] = years.flatMap((year) => wijken.map(({ areaId }) => ({ areaId, year })));
    for (const pool of pools) await ensurePool(tx, pool);
    const wanted = [
      accounts.bank(),
      ...pools.map((pool) => accounts.available(pool)),
      ...[...sources.values()].flat().map(accounts.receivable),
    ];
    const accountIds = await ensureAccounts(tx, wanted);
    const heads = await lockJournals(tx, [null, ...wijken.map(({ areaId }) => areaId)]);
    const [last] = await tx.select({ id: max(journalEntry.id) }).from(journalEntry);
    const entryId = last?.id ?? 0n;
    const actorId = context.actor.personId ?? '';
    return { wijken, actorId, sources, accountIds, heads, standing: new Map(), entryId, rounds: 0 };
  });
}

/**
 * Books rounds of a pledge and its receipt on days spread over the years, until the history has so many postings. The rows
 * are those that the use cases would write, hashes and balances too, but in bulk.
 */
export async function growHistory(url: string, history: History, postings: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const from = history.entryId;
  const rounds = Math.ceil(postings / postingsPerRound) - history.rounds;
  try {
    await inBulk(sql, async () => {
      for (let done = 0; done < rounds; done += roundsAtOnce) {
        const count = Math.min(roundsAtOnce, rounds - done);
        const parts = Array.from({ length: count }, (_, n) => (done + n) / rounds);
        const booked = parts.flatMap((part) => bookRound(history, dayAt(part)));
        await copyEntries(sql, booked, history.actorId);
      }
      await settleBalances(sql, history, from);
    });
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}

/** One source pair's money of one day: promised to a wijk and received at once. */
function bookRound(history: History, on: CalendarDate): BulkEntry[] {
  const { wijken, sources, rounds } = history;
  const wijk = wijken[rounds % wijken.length];
  const ofYear = sources.get(yearOf(on));
  if (!wijk || !ofYear) throw new Error(`no money on ${on}`);
  const turn = Math.floor(rounds / wijken.length);
  const shares = [0, 1].map((step) => ({
    sourceId: ofYear[(turn + step) % ofYear.length] ?? '',
    cents: cents(BigInt(1_000 + ((rounds * 7 + step) % 977))),
  }));
  history.rounds++;
  const pool = { areaId: wijk.areaId, year: yearOf(on) };
  return [
    bookInBulk(history, { areaId: wijk.areaId, kind: 'pledge', on, legs: pledgeLegs(shares, pool) }),
    bookInBulk(history, { areaId: null, kind: 'receipt', on, legs: receiptLegs(shares) }),
  ];
}
