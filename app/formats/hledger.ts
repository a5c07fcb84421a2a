import { type CalendarDate, calendarDate } from '../domain/calendar';
import { type Cents, zero } from '../domain/money/cents';
import { euroInput } from '../domain/money/format';
import { type EntryKind, entryKinds } from '../domain/ledger/kinds';

/** Where money stands: the readable name of an account (`accountName`), and the code of a source (`encoded`). */
type Place = Readonly<{ account: Readonly<{ name: string }>; source: Readonly<{ code: string }> }>;

/** One posting; cents, debit positive. `ownJournal` says that only one journal books on the account. */
export type ExportPosting = Place &
  Readonly<{
    account: Readonly<{ name: string; ownJournal: boolean }>;
    cents: Cents;
    balanceAfter: Cents;
  }>;

/** One entry with its postings, in order of line. */
export type ExportEntry = Readonly<{
  /** The readable name of the journal; with the number it names the entry: 'parkwijk-12'. */
  journal: string;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  reason: string;
  /** The number, in the same journal, of the entry that this one takes back, and of the one that takes this one back. */
  reverses: number | null;
  reversedBy: number | null;
  decision: string | null;
  key: string;
  hash: string;
  /** Nothing with a lower number in this journal counts for a later day, and nothing with a higher one for an earlier. */
  inSequence: boolean;
  postings: readonly ExportPosting[];
}>;

/** What stood on an account for one source when a year began, and stands there by its end; cents, debit positive. */
export type YearStanding = Place & Readonly<{ opening: Cents; closing: Cents }>;

export type YearExport = Readonly<{
  year: number;
  /** What the head of the file says, one sentence a line. */
  about: readonly string[];
  /** Every account and source with an opening balance or a posting, each once. */
  standings: readonly YearStanding[];
  /** By date, then in the order of booking. */
  entries: Iterable<ExportEntry> | AsyncIterable<ExportEntry>;
}>;

/**
 * The name of an account in the export: the parts of its code, an id replaced by what people call it
 * ('pool:{area}:2026:beschikbaar' becomes 'fonds:parkwijk:2026:beschikbaar'). Two codes never get one name as long as
 * `names` gives no two ids of one kind the same name.
 */
export function accountName(code: string, names: ReadonlyMap<string, string>): string {
  const parts = code.replace(/^pool:/, 'fonds:').split(':');
  return parts.map((part) => encoded(names.get(part) ?? part)).join(':');
}

/** A text as one part of an account name or as the value of a tag; `decodeURIComponent` reads it back. */
export function encoded(text: string): string {
  return text.replace(/[^\w.-]/gu, encodeURIComponent);
}

/**
 * A year of the books as hledger reads it, also with `--strict`, piece by piece: balances at the start, every entry, and a
 * last transaction without money that asserts what stands on every account. docs/how-it-works/journal-export.md has the
 * rules.
 */
export async function* hledgerText(year: YearExport): AsyncGenerator<string> {
  let between = '';
  for await (const block of blocksOf(year)) {
    if (block === '') continue;
    yield between + block;
    between = '\n';
  }
}

async function* blocksOf({ year, about, standings, entries }: YearExport): AsyncGenerator<string> {
  const start = calendarDate(`${year}-01-01`);
  let end = start;
  const opened = standings.filter(({ opening }) => opening !== 0n);
  yield joined(about.map((line) => `; ${line}`));
  yield joined(['commodity €', '  format € 1000.00']);
  yield joined(standings.map((standing) => `account ${placeName(standing)}`));
  yield balances(start, 'BEGINSTAND', opened, ({ opening }) => euros(opening));
  for await (const entry of entries) {
    end = entry.effectiveOn;
    yield transaction(entry);
  }
  yield balances(end, 'EINDSTAND', standings, asserted);
}

/** Lines as one text, each with its end. */
function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function transaction(entry: ExportEntry): string {
  const { effectiveOn, number, kind, reason, postings } = entry;
  return joined([
    `${effectiveOn} (${codeOf(entry, number)}) ${described(`${entryKinds[kind].name}: ${reason}`)}`,
    ...tagsOf(entry),
    ...postings.map((each) => posting(each, euros(each.cents) + assertion(entry, each))),
  ]);
}

function tagsOf(entry: ExportEntry): string[] {
  const { kind, journal, number, reverses, reversedBy, decision, hash, key } = entry;
  const tags = {
    kind,
    journal,
    number: `${number}`,
    reverses: reverses && codeOf(entry, reverses),
    'reversed-by': reversedBy && codeOf(entry, reversedBy),
    decision,
    hash,
    key,
  };
  return Object.entries(tags).flatMap(([tag, value]) => (value ? [`    ; ${tag}: ${encoded(value)}`] : []));
}

/** One transaction over many accounts that belongs to no entry; none over no accounts. */
function balances(
  date: CalendarDate,
  name: string,
  standings: readonly YearStanding[],
  amount: (standing: YearStanding) => string,
): string {
  if (standings.length === 0) return '';
  return joined([`${date} ${name}`, ...standings.map((standing) => posting(standing, amount(standing)))]);
}

/** hledger takes an account to end at two spaces. */
function posting(place: Place, amount: string): string {
  return `    ${placeName(place)}  ${amount}`;
}

/**
 * The stored balance, where the file must come to the same one. On an account that journals share they are booked side
 * by side, in an order that the file does not know; and an entry that counts for an earlier day than the one before it
 * stands earlier in the file than it was booked.
 */
function assertion({ inSequence }: ExportEntry, { account, balanceAfter }: ExportPosting): string {
  return inSequence && account.ownJournal ? ` = ${euros(balanceAfter)}` : '';
}

const asserted = ({ closing }: YearStanding) => `${euros(zero)} = ${euros(closing)}`;

/** Every source is an account of its own below the account, so that reports show where the money came from. */
const placeName = ({ account, source }: Place) => `${account.name}:${source.code}`;

const codeOf = ({ journal }: ExportEntry, number: number) => `${journal}-${number}`;

const euros = (amount: Cents) => `€ ${euroInput(amount).replace(',', '.')}`;

/** A text on one line, without the signs that begin a comment or a note. */
function described(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replaceAll(';', ',')
    .replaceAll('|', '/')
    .trim();
}
