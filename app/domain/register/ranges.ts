/** Numbers from the first to the last, both included; shares are numbered from 1 within their class. */
export type Range = Readonly<{ first: number; last: number }>;

/** Numbers in order: no two ranges touch or overlap, so one set of numbers has one form. */
export type Ranges = readonly Range[];

/** All numbers of any ranges, in order. Throws RangeError for a range that is no range of whole numbers from 1. */
export function rangesOf(...parts: readonly Range[]): Ranges {
  const found: Range[] = [];
  for (const range of parts.toSorted((a, b) => a.first - b.first)) {
    if (!isRange(range)) throw new RangeError(`not a range: ${range.first}–${range.last}`);
    const before = found.at(-1);
    if (before === undefined || range.first > before.last + 1)
      found.push({ first: range.first, last: range.last });
    else if (range.last > before.last) found[found.length - 1] = { first: before.first, last: range.last };
  }
  return found;
}

/** Whole numbers from 1 on, the first not after the last. */
export function isRange({ first, last }: Range): boolean {
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first >= 1 && last >= first;
}

/** Ranges in order, none touching another, and at least one: as an event must bring them. */
export function areRanges(ranges: Ranges): boolean {
  return (
    ranges.length > 0 &&
    ranges.every(isRange) &&
    ranges.every((range, at) => at === 0 || range.first > (ranges[at - 1] as Range).last + 1)
  );
}

/** The numbers that are in one or the other. */
export function union(a: Ranges, b: Ranges): Ranges {
  return rangesOf(...a, ...b);
}

/** The numbers that are in both. */
export function intersect(a: Ranges, b: Ranges): Ranges {
  const found: Range[] = [];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x && y; [x, y] = [a[i], b[j]]) {
    const [first, last] = [Math.max(x.first, y.first), Math.min(x.last, y.last)];
    if (first <= last) found.push({ first, last });
    if (x.last < y.last) i += 1;
    else j += 1;
  }
  return found;
}

/** The numbers of the first that are not in the second. */
export function subtract(a: Ranges, b: Ranges): Ranges {
  const left: Range[] = [];
  let at = 0;
  for (const { first, last } of a) {
    let from = first;
    while ((b[at]?.last ?? Infinity) < first) at += 1;
    for (let cut = at, gap = b[cut]; gap && gap.first <= last; gap = b[(cut += 1)]) {
      if (gap.first > from) left.push({ first: from, last: gap.first - 1 });
      from = gap.last + 1;
    }
    if (from <= last) left.push({ first: from, last });
  }
  return left;
}

/** Are all numbers of the second in the first? */
export function contains(whole: Ranges, part: Ranges): boolean {
  return subtract(part, whole).length === 0;
}

/** How many numbers there are. */
export function countOf(ranges: Ranges): number {
  return ranges.reduce((count, { first, last }) => count + last - first + 1, 0);
}

/** The first so many numbers, and the rest. */
export function split(ranges: Ranges, count: number): [Ranges, Ranges] {
  let left = count;
  const taken: Range[] = [];
  for (const { first, last } of ranges) {
    if (left <= 0) break;
    taken.push({ first, last: Math.min(last, first + left - 1) });
    left -= last - first + 1;
  }
  return [taken, subtract(ranges, taken)];
}

/** As a register writes them: '41–45, 50'. */
export function format(ranges: Ranges): string {
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
