import { sql } from 'drizzle-orm';
import { type RoundBallot } from '~/domain/voting/round';
import { type Transaction } from '../../client';
import { ballot, round, roundMeta, roundProject, roundWithdrawal } from '../../schema';

/** Adds a round without its ballots and answers its number; null when it was read in before. Waits for whoever is reading the same vote in. */
export async function insertRound(tx: Transaction, row: typeof round.$inferInsert): Promise<number | null> {
  await tx.execute(
    sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`,
  );
  const added = await tx.insert(round).values(row).onConflictDoNothing().returning({ number: round.number });
  return added[0]?.number ?? null;
}

/** Adds what the file says of a round, and its projects in the order in which ballots point at them. */
export async function insertRoundParts(
  tx: Transaction,
  meta: readonly (typeof roundMeta.$inferInsert)[],
  projects: readonly (typeof roundProject.$inferInsert)[],
): Promise<void> {
  for (const part of inParts(meta)) await tx.insert(roundMeta).values(part);
  for (const part of inParts(projects)) await tx.insert(roundProject).values(part);
}

/** A statement takes 65,534 values, and no row here has more than ten. */
function inParts<Row>(rows: readonly Row[], size = 5_000): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    rows.slice(part * size, (part + 1) * size),
  );
}

/** Adds ballots to a round, numbered on from `first`. A trigger refuses one too many. */
export async function insertBallots(
  tx: Transaction,
  roundId: string,
  first: number,
  ballots: readonly RoundBallot[],
): Promise<void> {
  const rows = ballots.map((each, place) => ({ number: first + place, ...each }));
  await tx.execute(sql`insert into ${ballot} (round_id, number, choices, points)
    select ${roundId}, number, choices, points
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(number int, choices smallint[], points bigint[])`);
}

/** Says that a round was not right, and why; false when that was said before. */
export async function insertWithdrawal(
  tx: Transaction,
  row: typeof roundWithdrawal.$inferInsert,
): Promise<boolean> {
  const added = await tx
    .insert(roundWithdrawal)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: roundWithdrawal.roundId });
  return added.length > 0;
}

/** Wakes whoever counts rounds. */
export async function askCounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`select enqueue('count-rounds', '{}'::json)`);
}
