import type postgres from 'postgres';
import { balanceAsOf } from '#db/reads/ledger/balance';
import { type Database } from '#db/client';
import { accounts } from '~/domain/ledger/accounts';
import { type CalendarDate } from '~/domain/calendar';
import { inOrder, rounded } from './figure';
import { type History } from './ledger-bulk';
import { dayAt } from './ledger-history';

/** Summing all postings takes long: it is asked for fewer dates. */
const oneIn = 10;

/** Milliseconds that half of the reads took at most, and that all but one in a hundred took at most. */
type Times = { medianMs: number; p99Ms: number };

/** How long the balance of the bank, the account with the most postings, takes at random dates; beside a sum of postings. */
export async function timeBalances(db: Database, plain: postgres.Sql, history: History, dates: number) {
  const accountId = history.accountIds.get(accounts.bank().code) ?? '';
  const asked = Array.from({ length: dates }, () => dayAt(Math.random()));
  const ours = await timed(asked, async (on) => {
    const standing = await balanceAsOf(db, accountId, on);
    return standing.reduce((sum, { cents }) => sum + cents, 0n);
  });
  const some = asked.filter((_, index) => index % oneIn === 0);
  const byHand = await timed(some, (on) => sumByHand(plain, accountId, on));
  for (const [on, sum] of byHand.answers) {
    if (ours.answers.get(on) !== sum) throw new Error(`the balance on ${on} is not the sum of its postings`);
  }
  const [rows] = await plain<{ days: number; postings: number }[]>`
    select (select count(*)::int from balance_day where account_id = ${accountId}) as days,
      (select count(*)::int from posting where account_id = ${accountId}) as postings`;
  return {
    wijkkas: ours.times,
    plainSql: byHand.times,
    summed: { days: rows?.days, postings: rows?.postings },
  };
}

async function sumByHand(plain: postgres.Sql, accountId: string, on: CalendarDate): Promise<bigint> {
  const [row] = await plain<{ sum: string }[]>`
    select coalesce(sum(cents), 0)::text as sum from posting join journal_entry on journal_entry.id = entry_id
    where account_id = ${accountId} and effective_on <= ${on}`;
  return BigInt(row?.sum ?? 0);
}

async function timed(
  dates: readonly CalendarDate[],
  read: (on: CalendarDate) => Promise<bigint>,
): Promise<{ times: Times; answers: Map<CalendarDate, bigint> }> {
  const answers = new Map<CalendarDate, bigint>();
  const took: number[] = [];
  for (const on of dates.slice(0, 1)) await read(on);
  for (const on of dates) {
    const started = performance.now();
    answers.set(on, await read(on));
    took.push(performance.now() - started);
  }
  const [medianMs = 0, p99Ms = 0] = [0.5, 0.99].map(inOrder(took)).map((ms) => rounded(ms, 2));
  return { times: { medianMs, p99Ms }, answers };
}
