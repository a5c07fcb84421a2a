import { type Paged } from '../paging';
import { type Cents, max, negate, sum, zero } from '../money/cents';
import { type AccountKind } from './accounts';
import { type EntryKind } from './kinds';

/** The lines of one entry that stand in one book, in their own order. */
export type EntryGroup<Line> = { first: Line; lines: Line[] };

/** Lines that follow each other in the order of their entries, one group an entry. */
export function byEntry<Line extends { entryId: bigint }>(lines: readonly Line[]): EntryGroup<Line>[] {
  const groups: EntryGroup<Line>[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last.first.entryId === line.entryId) last.lines.push(line);
    else groups.push({ first: line, lines: [line] });
  }
  return groups;
}

/** An entry as a list shows it, its amount in cents; `more` says how many lines it has besides these. */
export type ShownEntry<Line> = EntryGroup<Line> & { amount: Cents; more: number };

/** More lines than people read; the end of a year can have thousands. */
const mostLines = 60;

/** Lines that follow each other as entries for a list. */
export function shownEntries<Line extends ShownLine>(lines: readonly Line[]): ShownEntry<Line>[] {
  return byEntry(lines).map(({ first, lines: own }) => ({
    first,
    lines: own.slice(0, mostLines),
    amount: amountOf(own),
    more: Math.max(0, own.length - mostLines),
  }));
}

/** A page of lines as a page of entries. */
export const shownPage = <Line extends ShownLine>({
  rows,
  ...place
}: Paged<Line>): Paged<ShownEntry<Line>> => ({
  ...place,
  rows: shownEntries(rows),
});

type ShownLine = { entryId: bigint; kind: EntryKind; account: AccountKind; cents: Cents };

/** How much an entry moved, in cents: the larger of its debit and credit side, since a book may hold only one of them. */
export function movedBy(lines: readonly { cents: Cents }[]): Cents {
  const amounts = lines.map(({ cents }) => cents);
  const aboveZero = (of: readonly Cents[]) => sum(of.map((amount) => max(zero, amount)));
  return max(aboveZero(amounts), aboveZero(amounts.map(negate)));
}

/** Where an entry says its amount, for kinds that move the same money more than once or end more than they give. */
const saidBy: Partial<Record<EntryKind, AccountKind>> = {
  grant: 'committed',
  settlement: 'cost',
  clawback: 'claim',
  writeOff: 'claim',
};

/**
 * The amount of an entry as a person names it, in cents: what was granted, settled, paid back or written off, and for
 * every other kind what it moved.
 */
export function amountOf(lines: readonly { kind: EntryKind; account: AccountKind; cents: Cents }[]): Cents {
  return movedBy(lines.filter(({ kind, account }) => (saidBy[kind] ?? account) === account));
}
