import { sql } from 'drizzle-orm';
import { type Act } from '~/domain/access/policy';
import { type FingerprintInput, requestFingerprint } from '~/domain/ledger/chain';
import { assertBalanced, type Leg } from '~/domain/ledger/posting';
import { assertBookedBy, assertGuarded, assertOfKind, type EntryKind } from '~/domain/ledger/kinds';
import { generalTaskField, type TaskField } from '~/domain/ledger/task-field';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Transaction } from '../../client';
import { type journalEntry } from '../../schema';
import { both } from '../../transaction';
import { type Doer, recordActs } from '../audit/audit';
import { entryHash, sha256 } from '../hash';
import { ensureAccounts } from './accounts';
import { type Head, lockJournals } from './lock';
import { asRefusal } from './refusal';

/** Who books, when, by which act and why; the same for all its entries. `today` is the date they count for. */
export type Booking = Doer & { today: CalendarDate; by: Act; reason: string };

/** An entry that wants to be booked. `legs` is asked under the lock, and not at all when `key` was booked before. */
export type EntryDraft = {
  /** The wijk whose journal it stands in; null for the journal of the whole gemeente. */
  areaId: string | null;
  kind: EntryKind;
  /** Names this one act for ever: sent again with the same `request` it books nothing. */
  key: string;
  request: FingerprintInput;
  legs: () => Promise<readonly Leg[]>;
  /** What the money is for, to the accountant; general when it is not for one initiative. */
  taskField?: TaskField;
  decisionId?: string;
  reversesId?: bigint;
  linkGroup?: string;
};

/** `again` says that the key was booked before and nothing was added. */
export type Booked = { entryId: bigint; number: number; again: boolean };

type Line = { code: string; sourceId: string; cents: Leg['cents']; taskField: TaskField; line: number };
type Entry = { row: typeof journalEntry.$inferInsert; lines: Line[]; legs: readonly Leg[] };

/** As `bookEntries`, for one entry. */
export async function bookEntry(tx: Transaction, booking: Booking, draft: EntryDraft): Promise<Booked> {
  const [booked] = await bookEntries(tx, booking, [draft]);
  if (!booked) throw new Error('nothing was booked');
  return booked;
}

/**
 * The one way into the books: locks the journals in order, returns the first entry for a key that was booked before,
 * numbers and chains the others (SHA-256 over `canonicalEntry`), and posts them in the order account, source. Who holds
 * the locks already, and booked nothing since, hands over the heads that came with them.
 * Throws 'keyReused', 'entryUnbalanced', 'poolInsufficient', 'periodClosed', 'alreadyReversed' (domain.md §5.2).
 */
export async function bookEntries(
  tx: Transaction,
  booking: Booking,
  drafts: readonly EntryDraft[],
  held?: ReadonlyMap<string | null, Head>,
): Promise<Booked[]> {
  const areaIds = drafts.map((draft) => draft.areaId);
  const heads = new Map(held ?? (await lockJournals(tx, areaIds)));
  const before = await bookedBefore(tx, drafts, booking);
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const head = heads.get(draft.areaId);
    if (before.has(draft.key) || !head) continue;
    const entry = chained(head, booking, draft, await legsOf(draft));
    entries.push(entry);
    heads.set(draft.areaId, { ...head, number: entry.row.number, hash: entry.row.hash });
  }
  const added = entries.length > 0 ? await insertEntries(tx, booking, entries) : new Map<string, Booked>();
  return drafts.map(({ key }) => {
    const booked = before.get(key) ?? added.get(key);
    if (!booked) throw new Error(`entry ${key} was not booked`);
    return booked;
  });
}

async function bookedBefore(tx: Transaction, drafts: readonly EntryDraft[], booking: Booking) {
  const keys = sql.param(drafts.map((draft) => draft.key));
  const rows = await tx.execute<{ id: string; number: number; key: string; request_hash: string }>(sql`
    select id, number, idempotency_key as key, request_hash from journal_entry
    where idempotency_key = any(${keys}::text[])`);
  for (const draft of drafts) {
    const row = rows.find(({ key }) => key === draft.key);
    if (row && row.request_hash !== requestHashOf(draft, booking)) throw new DomainError('keyReused');
  }
  return new Map(
    rows.map(({ key, id, number }): [string, Booked] => [key, { entryId: BigInt(id), number, again: true }]),
  );
}

function requestHashOf({ areaId, kind, request, decisionId }: EntryDraft, { actor }: Booking): string {
  return sha256(requestFingerprint({ areaId, kind, request, decisionId, actorId: actor.personId }));
}

/** What it books, or why not: only what the row of its kind refuses for. */
async function legsOf({ kind, legs }: EntryDraft): Promise<readonly Leg[]> {
  try {
    return await legs();
  } catch (error) {
    if (error instanceof DomainError) assertGuarded(kind, error.code);
    throw error;
  }
}

/** The entry as it follows on the head of its journal. */
function chained(head: Head, booking: Booking, draft: EntryDraft, legs: readonly Leg[]): Entry {
  assertBalanced(legs);
  const stray = legs.find(({ account }) => account.pool && account.pool.areaId !== draft.areaId);
  if (stray) throw new Error(`${stray.account.code} is booked in the journal of its own wijk only`);
  assertBookedBy(draft.kind, booking.by);
  assertOfKind(draft.kind, legs);
  const { taskField = generalTaskField } = draft;
  const lines = legs
    .map(({ account, sourceId, cents }) => ({ code: account.code, sourceId, cents, taskField }))
    .sort(byAccountAndSource)
    .map((line, index) => ({ ...line, line: index + 1 }));
  const row = {
    journalId: head.journalId,
    number: head.number + 1,
    kind: draft.kind,
    idempotencyKey: draft.key,
    requestHash: requestHashOf(draft, booking),
    effectiveOn: booking.today,
    bookedAt: booking.now,
    reversesId: draft.reversesId ?? null,
    linkGroup: draft.linkGroup ?? null,
    decisionId: draft.decisionId ?? null,
    actorId: booking.actor.personId,
    reason: booking.reason,
    lineCount: lines.length,
    prevHash: head.hash,
  };
  const postings = lines.map(({ code, ...line }) => ({ ...line, accountCode: code }));
  return { row: { ...row, hash: entryHash({ ...row, postings }) }, lines, legs };
}

/** What does not wait for each other's answer goes to the database at once: the journal is locked meanwhile. */
async function insertEntries(
  tx: Transaction,
  booking: Booking,
  entries: Entry[],
): Promise<Map<string, Booked>> {
  const accounts = entries.flatMap(({ legs }) => legs.map(({ account }) => account));
  const [rows, accountIds] = await both(insertRows(tx, entries), ensureAccounts(tx, accounts));
  const booked = new Map(
    rows.map(({ key, id, number }) => [key, { entryId: BigInt(id), number, again: false }]),
  );
  const idOf = ({ row }: Entry) => booked.get(row.idempotencyKey)?.entryId ?? 0n;
  await both(
    insertPostings(tx, linesOf(entries, idOf, accountIds)),
    recordActs(
      tx,
      booking,
      entries.map((entry) => ({
        act: `money.${entry.row.kind}`,
        subjectKind: 'journalEntry',
        subjectId: `${idOf(entry)}`,
        reason: booking.reason,
      })),
    ),
  );
  return booked;
}

/** One text whatever the number of entries; each follows on the one before it, so they keep their order. */
async function insertRows(tx: Transaction, entries: Entry[]) {
  const rows = entries.map(({ row }) => ({ ...row, reversesId: row.reversesId?.toString() }));
  return tx
    .execute<{ id: string; number: number; key: string }>(
      sql`insert into journal_entry (journal_id, number, kind, idempotency_key, request_hash, effective_on, booked_at,
          reverses_id, link_group, decision_id, actor_id, reason, line_count, prev_hash, hash)
        select "journalId", number, kind, "idempotencyKey", "requestHash", "effectiveOn", "bookedAt",
          "reversesId", "linkGroup", "decisionId", "actorId", reason, "lineCount", "prevHash", hash
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("journalId" uuid, number integer, kind text,
          "idempotencyKey" text, "requestHash" text, "effectiveOn" date, "bookedAt" timestamptz, "reversesId" bigint,
          "linkGroup" uuid, "decisionId" uuid, "actorId" uuid, reason text, "lineCount" smallint, "prevHash" text, hash text)
        returning id, number, idempotency_key as key`,
    )
    .catch(asRefusal);
}

/** The lines of all entries in one order of accounts, so that shared balances never wait in a circle. */
function linesOf(entries: Entry[], idOf: (entry: Entry) => bigint, accountIds: Map<string, string>) {
  return entries
    .flatMap((entry) => entry.lines.map((line) => ({ ...line, entryId: idOf(entry) })))
    .sort(byAccountAndSource)
    .map(({ code, sourceId, cents, taskField, line, entryId }) => {
      const accountId = accountIds.get(code);
      if (!accountId) throw new Error(`no account ${code}`);
      return { entryId: `${entryId}`, line, accountId, sourceId, cents: `${cents}`, taskField };
    });
}

/** One text whatever the number of lines; the trigger that keeps the balances writes the real `balance_after`. */
async function insertPostings(tx: Transaction, lines: ReturnType<typeof linesOf>): Promise<void> {
  await tx
    .execute(
      sql`insert into posting (entry_id, line, account_id, source_id, cents, task_field, balance_after)
        select "entryId", line, "accountId", "sourceId", cents, "taskField", cents
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as row ("entryId" bigint, line smallint,
          "accountId" uuid, "sourceId" uuid, cents bigint, "taskField" text)`,
    )
    .catch(asRefusal);
}

function byAccountAndSource(
  a: { code: string; sourceId: string },
  b: { code: string; sourceId: string },
): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.sourceId < b.sourceId ? -1 : Number(a.sourceId > b.sourceId);
}
