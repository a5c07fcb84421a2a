import { type CalendarDate } from '../calendar';
import { type Cents } from '../money/cents';
import { type EntryKind } from './kinds';
import { type TaskField } from './task-field';

/** One stored posting as it goes into the hash; cents, debit positive. */
export type ChainPosting = Readonly<{
  line: number;
  accountCode: string;
  sourceId: string;
  cents: Cents;
  taskField: TaskField;
}>;

/** Everything of a stored entry that its hash covers (domain.md §5.2, gaps 2 and 3). */
export type ChainEntry = Readonly<{
  journalId: string;
  number: bigint | number;
  idempotencyKey: string;
  requestHash: string;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  bookedAt: Date;
  reversesId: string | null;
  linkGroup: string | null;
  decisionId: string | null;
  actor: string;
  reason: string | null;
  lineCount: number;
  postings: readonly ChainPosting[];
  prevHash: string | null;
}>;

/**
 * The exact text that is hashed for an entry: a JSON list in a fixed order, so no two entries share one text.
 * Postings stand in order of line, whatever order they were read in; `bookedAt` counts to the millisecond.
 */
export function canonicalEntry(entry: ChainEntry): string {
  const postings = [...entry.postings]
    .sort((a, b) => a.line - b.line)
    .map(({ line, accountCode, sourceId, cents, taskField }) => [
      line,
      accountCode,
      sourceId,
      cents.toString(),
      taskField,
    ]);
  return JSON.stringify([
    'wijkkas-entry-1',
    entry.journalId,
    entry.number.toString(),
    entry.idempotencyKey,
    entry.requestHash,
    entry.kind,
    entry.effectiveOn,
    entry.bookedAt.toISOString(),
    entry.reversesId,
    entry.linkGroup,
    entry.decisionId,
    entry.actor,
    entry.reason,
    entry.lineCount,
    postings,
    entry.prevHash,
  ]);
}

/** What a request may hold: JSON values, bigints, and optional fields. */
export type FingerprintInput =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly FingerprintInput[]
  | { readonly [key: string]: FingerprintInput | undefined };

/**
 * The text hashed to see whether a repeated idempotency key carries the same request: JSON with sorted keys, bigints
 * as strings, absent fields left out. Throws RangeError for NaN and infinity, which JSON would turn into null.
 */
export function requestFingerprint(input: FingerprintInput): string {
  if (typeof input === 'bigint') return JSON.stringify(input.toString());
  if (typeof input === 'number' && !Number.isFinite(input))
    throw new RangeError(`not in a request: ${input}`);
  if (typeof input !== 'object' || input === null) return JSON.stringify(input);
  if (isList(input)) return `[${input.map(requestFingerprint).join(',')}]`;
  const fields = Object.entries(input)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${JSON.stringify(key)}:${requestFingerprint(value)}`],
    );
  return `{${fields.join(',')}}`;
}

function isList(input: object): input is readonly FingerprintInput[] {
  return Array.isArray(input);
}
