import { type Cents, cents, max, sum } from '../money/cents';

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

/** How much an entry moved, in cents: the larger of its debit and credit side, since a book may hold only one of them. */
export function movedBy(lines: readonly { cents: Cents }[]): Cents {
  const side = (sign: bigint) =>
    sum(lines.map((line) => cents(line.cents * sign)).filter((amount) => amount > 0n));
  return max(side(1n), side(-1n));
}
