import { earlyReturns, expectedMoney, type KnownLine, knownPayments } from '#db/reads/payments/bank';
import { twinsOf } from '#db/reads/payments/double';
import { isFileKept, linesOfFile } from '#db/reads/payments/statement';
import { type Transaction } from '#db/client';
import { insertMatches, lockBank, type NewMatch } from '#db/writes/payments/bank';
import { putProgress } from '#db/writes/payments/task';
import { type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { DomainError } from '~/domain/errors';
import { subtract, type Cents } from '~/domain/money/cents';
import { batchNumberOf } from '~/domain/money/payment';
import { type Expected, type Match, matchMovement, namedIn } from '~/domain/money/statement';
import { bookMovement } from './book-movement.server';
import { openStatements, type Reading } from './open-statements.server';

type Work = Reading & { taskId: string; progress: { done: number; total: number } | null };
type Line = Awaited<ReturnType<typeof linesOfFile>>[number];
type Explained = Exclude<Match, null>;

/** So few lines that nobody waits for a journal as long as a second (docs/decisions/0018). */
const portion = 10;

/**
 * Does one portion of reading a bank statement into the books, in the transaction of that portion; answers whether there is
 * more. First every line is kept. Then, portion after portion, payments that arrived are marked, payments that came back
 * are reversed (STORNO), and expected money is booked (ONTVANGST, TERUGONTVANGST), each on the day of the bank. What
 * nothing explains, cannot be booked, or another statement told before, waits for a person; a return that was told before its
 * payment waits for that alone. Throws what `openStatements`
 * throws: once the lines are kept nothing is refused any more.
 */
export async function runStatement(tx: Transaction, booking: Booking, work: Work): Promise<boolean> {
  await lockBank(tx);
  const { taskId, fileId, newId, progress } = work;
  if (progress === null || !(await isFileKept(tx, fileId))) {
    const total = await openStatements(tx, booking, work);
    await putProgress(tx, { taskId, done: 0, total, at: booking.now });
    return true;
  }
  const { done, total } = progress;
  const lines = await linesOfFile(tx, fileId, { done, most: portion });
  await explain(tx, booking, lines, newId);
  await putProgress(tx, { taskId, done: done + lines.length, total, at: booking.now });
  return done + lines.length < total;
}

async function explain(
  tx: Transaction,
  booking: Booking,
  lines: readonly Line[],
  newId: () => string,
): Promise<void> {
  const payments = indexed(
    await knownPayments(tx, {
      endToEndIds: lines.flatMap(({ endToEndId }) => endToEndId ?? []),
      batchNumbers: lines.flatMap(({ batchId }) => batchNumberOf(batchId ?? '') ?? []),
    }),
  );
  const told = await twinsOf(
    tx,
    lines.map(({ id }) => id),
  );
  await lockNamed(tx, lines, payments);
  let expected: readonly Expected[] = await expectedMoney(tx);
  const kept = { matchedBy: booking.actor.personId ?? '', matchedAt: booking.now };
  const matches: NewMatch[] = [];
  const taken: bigint[] = [];
  for (const line of lines) {
    const match = told.has(line.id) ? null : matchMovement(movementOf(line, payments), expected);
    const booked = match && (await book(tx, booking, line, match, taken));
    if (!match || !booked) continue;
    const { rows, added } = booked;
    matches.push(...rows.map((row) => ({ id: newId(), lineId: line.id, kind: match.kind, ...row, ...kept })));
    taken.push(...rows.flatMap(({ entryId }) => entryId ?? []));
    for (const { paymentLineId } of rows)
      payments.byLineId.get(paymentLineId ?? '')?.reported.add(reportedKind(match));
    if (added) expected = withoutPart(expected, match, line.cents);
  }
  await insertMatches(tx, matches);
  const paid = matches.flatMap(({ kind, paymentLineId }) => (kind === 'payment' && paymentLineId) || []);
  const early = await earlyReturns(tx, paid);
  if (early.length > 0) await explain(tx, booking, early, newId);
}

type Payments = ReturnType<typeof indexed>;

/** Payments by each name under which a line may ask for them. */
function indexed(known: readonly KnownLine[]) {
  const byBatch = new Map<number, KnownLine[]>();
  for (const payment of known) byBatch.set(payment.batch, [...(byBatch.get(payment.batch) ?? []), payment]);
  return {
    all: known,
    byLineId: new Map(known.map((payment) => [payment.lineId, payment])),
    byEndToEndId: new Map(known.map((payment) => [payment.endToEndId, payment])),
    byBatch,
  };
}

/** Takes the locks of every journal that these lines may book in, all at once, so that nobody waits in a circle. */
async function lockNamed(tx: Transaction, lines: readonly Line[], payments: Payments): Promise<void> {
  const expected = await expectedMoney(tx);
  const incoming = lines.filter(({ cents }) => cents > 0n);
  const named = incoming.flatMap(({ text }) => namedIn(text, expected));
  await lockJournals(tx, [null, ...[...named, ...payments.all].map(({ areaId }) => areaId)]);
}

function movementOf({ cents, text, endToEndId, batchId }: Line, { byEndToEndId, byBatch }: Payments) {
  return {
    cents,
    text,
    byEndToEndId: byEndToEndId.get(endToEndId ?? ''),
    ofBatch: byBatch.get(batchNumberOf(batchId ?? '') ?? 0) ?? [],
  };
}

type Outcome = { rows: Pick<NewMatch, 'paymentLineId' | 'entryId'>[]; added: boolean };

/**
 * Books what a line is; answers which payments it tells about, or which entry it is and whether that was added. Null when
 * the books refuse it: then nothing of it was kept.
 */
async function book(
  tx: Transaction,
  booking: Booking,
  line: Line,
  match: Explained,
  taken: readonly bigint[],
): Promise<Outcome | null> {
  try {
    const rows = await tx.transaction((part) => bookMovement(part, booking, line, match, taken));
    return {
      rows: rows.map(({ paymentLineId, entryId }) => ({ paymentLineId, entryId })),
      added: rows.some(({ added }) => added),
    };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const reportedKind = ({ kind }: Explained) => (kind === 'return' ? 'return' : 'payment');

/** What is still expected after a movement of it came in. */
function withoutPart(expected: readonly Expected[], match: Explained, cents: Cents): readonly Expected[] {
  if (!('id' in match)) return expected;
  return expected.map((each) =>
    each.id === match.id ? { ...each, open: subtract(each.open, cents) } : each,
  );
}
