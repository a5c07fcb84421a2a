import { type CalendarDate, daysBetween } from '../calendar';
import { type Cents } from './cents';

/** A statement of one account, as far as it takes to see whether it follows on another. */
export type LinkedStatement = Readonly<{
  id: string;
  number: string | null;
  fromOn: CalendarDate | null;
  toOn: CalendarDate | null;
  openingCents: Cents;
  closingCents: Cents;
}>;

/**
 * What does not fit between two statements: days between them of which nothing was read ('gap'), an opening balance that
 * is not the closing balance before it ('balance'), or days that both tell of ('overlap').
 */
export type ChainFault = { kind: 'gap' | 'balance' | 'overlap'; other: string };

type Dated = Omit<LinkedStatement, 'fromOn' | 'toOn'> & { from: CalendarDate; to: CalendarDate };

/**
 * What does not fit among the statements of one account, by the id of the statement it is about; in whatever order they were
 * read. A bank that makes none for a day without movements leaves no gap: it is the balances that must join. Statements
 * without days are left out.
 */
export function chainFaults(statements: readonly LinkedStatement[]): Map<string, ChainFault[]> {
  const dated = statements.flatMap(datedOf).sort(byDay);
  const found = dated.map((statement): [string, ChainFault[]] => [statement.id, faultsOf(statement, dated)]);
  return new Map(found.filter(([, faults]) => faults.length > 0));
}

function datedOf({ fromOn, toOn, ...rest }: LinkedStatement): Dated[] {
  const [from, to] = [fromOn ?? toOn, toOn ?? fromOn];
  return from === null || to === null ? [] : [{ ...rest, from, to }];
}

function byDay(a: Dated, b: Dated): number {
  const [one, other] = [a, b].map(({ number, ...rest }) => ({
    ...rest,
    number: (number ?? '').padStart(20, '0'),
  }));
  for (const key of ['from', 'to', 'number', 'id'] as const) {
    if (one && other && one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  }
  return 0;
}

function faultsOf(of: Dated, all: readonly Dated[]): ChainFault[] {
  const sharing = all.filter((each) => each !== of && each.from <= of.to && of.from <= each.to);
  const overlap = sharing.find((each) => !leadsTo(each, of, sharing) && !leadsTo(of, each, sharing));
  const faults: ChainFault[] = overlap ? [{ kind: 'overlap', other: overlap.id }] : [];
  const before = nextBefore(of, all);
  if ([...before, ...sharing].some((each) => joins(each, of))) return faults;
  const last = followed(of, before, sharing).at(-1);
  if (last === undefined) return faults;
  return [{ kind: daysBetween(last.to, of.from) > 1 ? 'gap' : 'balance', other: last.id }, ...faults];
}

/** Whether a statement may follow at once on another: it does not begin or end earlier, and opens with its closing balance. */
const joins = (one: Dated, next: Dated) =>
  one.closingCents === next.openingCents && one.from <= next.from && one.to <= next.to;

/** Whether from one to the other each statement follows on the one before: parts of a day that come one after the other. */
function leadsTo(one: Dated, other: Dated, among: readonly Dated[]): boolean {
  const reached = new Set([one]);
  for (const each of reached) {
    if (joins(each, other)) return true;
    for (const next of among) if (joins(each, next)) reached.add(next);
  }
  return false;
}

/** Those that end before its first day, and after which no other lies wholly before it. */
function nextBefore(of: Dated, all: readonly Dated[]): Dated[] {
  const ended = all.filter(({ to }) => to < of.from);
  const lastBegun = ended.at(-1)?.from ?? of.from;
  return ended.filter(({ to }) => to >= lastBegun);
}

/** Those whose closing balance it should open with, in order of days; none where one that it overlaps hides that. */
function followed(of: Dated, before: readonly Dated[], sharing: readonly Dated[]): Dated[] {
  const begunBefore = sharing.filter(({ from }) => from < of.from);
  const ended = begunBefore.filter(({ to }) => to === of.from);
  if (begunBefore.length > 0 && ended.length === 0) return [];
  const sameDay = sharing.filter(
    (each) =>
      each.from === of.from &&
      each.openingCents !== of.openingCents &&
      byDay(each, of) < 0 &&
      !leadsTo(of, each, sharing),
  );
  return [...(ended.length > 0 ? ended : before), ...sameDay];
}
