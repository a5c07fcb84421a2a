import { expectedMoney, type KnownLine, knownPayments, linesReportedBefore } from '#db/reads/payments/bank';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { insertMatches, insertStatement, lockBank, type NewMatch } from '#db/writes/payments/bank';
import { type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { DomainError } from '~/domain/errors';
import { subtract, type Cents } from '~/domain/money/cents';
import { batchNumberOf } from '~/domain/money/payment';
import { type Expected, type Match, matchMovement, namedIn } from '~/domain/money/statement';
import { bookMovement } from './book-movement.server';
import { type Progress } from '~/usecases/money/parts/progress.server';
import { type ReadStatement } from './read-here.server';
import { type Statement } from '~/formats/camt/read';

type Work = { fileId: string; text: string; newId: () => string; read: ReadStatement };
type Line = Statement['lines'][number] & { id: string };
type Explained = Exclude<Match, null>;
type OnProgress = (done: number) => Promise<void>;

const linesPerReport = 50;

/**
 * Reads a bank statement into the books: every line is kept, payments that arrived are marked, payments that came back
 * are reversed (STORNO), and expected money is booked (ONTVANGST, TERUGONTVANGST), each on the day of the bank. What
 * nothing explains, or another statement told before, waits for a person. Throws 'statementInvalid', 'alreadyDone', and
 * 'dateInvalid' (a day to come), 'periodClosed' and what else refuses a line, with detail {bookedOn, cents} of that line.
 */
export async function runStatement(
  tx: Transaction,
  booking: Booking,
  { fileId, text, newId, read }: Work,
  progress: Progress,
): Promise<void> {
  await lockBank(tx);
  const statements = await read(text);
  const total = statements.reduce((count, { lines }) => count + lines.length, 0);
  let before = 0;
  for (const statement of statements) {
    const lines = statement.lines.map((line) => ({ ...line, id: newId() }));
    assertPast(lines, booking);
    const { iban, statementId, from: fromOn, to: toOn, openingCents, closingCents } = statement;
    const id = newId();
    const row = { id, fileId, iban, statementId, fromOn, toOn, openingCents, closingCents };
    await insertStatement(tx, row, lines);
    const done = before;
    const reportedBefore = await linesReportedBefore(tx, id);
    await explain(tx, booking, lines, {
      newId,
      reportedBefore,
      onProgress: (ofThis) => progress(done + ofThis, total),
    });
    before += lines.length;
    const subject = { subjectKind: 'bankStatement', subjectId: id } as const;
    await recordAct(tx, booking, { act: 'statement.import', ...subject });
  }
}

/** A day to come would open a year of the books for ever. Throws 'dateInvalid'. */
function assertPast(lines: readonly Line[], { today }: Booking): void {
  const ahead = lines.find(({ bookedOn }) => bookedOn > today);
  if (!ahead) return;
  const { bookedOn, cents } = ahead;
  throw new DomainError('dateInvalid', { detail: { bookedOn, cents } });
}

async function explain(
  tx: Transaction,
  booking: Booking,
  lines: readonly Line[],
  {
    newId,
    reportedBefore,
    onProgress,
  }: { newId: () => string; reportedBefore: ReadonlySet<string>; onProgress: OnProgress },
): Promise<void> {
  const payments = indexed(
    await knownPayments(tx, {
      endToEndIds: lines.flatMap(({ endToEndId }) => endToEndId ?? []),
      batchNumbers: lines.flatMap(({ batchId }) => batchNumberOf(batchId ?? '') ?? []),
    }),
  );
  await lockNamed(tx, lines, payments);
  let expected: readonly Expected[] = await expectedMoney(tx);
  const kept = { matchedBy: booking.actor.personId ?? '', matchedAt: booking.now };
  const matches: NewMatch[] = [];
  const taken: bigint[] = [];
  for (const [index, line] of lines.entries()) {
    const match = reportedBefore.has(line.id) ? null : matchMovement(movementOf(line, payments), expected);
    if (match) {
      const { rows, added } = await book(tx, booking, line, match, taken);
      matches.push(
        ...rows.map((row) => ({ id: newId(), lineId: line.id, kind: match.kind, ...row, ...kept })),
      );
      taken.push(...rows.flatMap(({ entryId }) => entryId ?? []));
      for (const { paymentLineId } of rows)
        payments.byLineId.get(paymentLineId ?? '')?.reported.add(reportedKind(match));
      if (added) expected = withoutPart(expected, match, line.cents);
    }
    if (index % linesPerReport === 0 || index === lines.length - 1) await onProgress(index + 1);
  }
  await insertMatches(tx, matches);
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

/** Books what a line is; answers which payments it tells about, or which entry it is and whether that was added. */
async function book(
  tx: Transaction,
  booking: Booking,
  line: Line,
  match: Explained,
  taken: readonly bigint[],
): Promise<{ rows: Pick<NewMatch, 'paymentLineId' | 'entryId'>[]; added: boolean }> {
  const rows = await bookMovement(tx, booking, line, match, taken).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    const { bookedOn, cents } = line;
    throw new DomainError(error.code, { detail: { ...error.detail, bookedOn, cents } });
  });
  return {
    rows: rows.map(({ paymentLineId, entryId }) => ({ paymentLineId, entryId })),
    added: rows.some(({ added }) => added),
  };
}

const reportedKind = ({ kind }: Explained) => (kind === 'return' ? 'return' : 'payment');

/** What is still expected after a movement of it came in. */
function withoutPart(expected: readonly Expected[], match: Explained, cents: Cents): readonly Expected[] {
  if (!('id' in match)) return expected;
  return expected.map((each) =>
    each.id === match.id ? { ...each, open: subtract(each.open, cents) } : each,
  );
}
