import { type InitiativeRecord } from '#db/reads/initiative/initiative';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type CalendarDate } from '~/domain/calendar';
import { type BudgetLine, budgetTotals } from '~/domain/initiative/budget';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents, zero } from '~/domain/money/cents';
import { firstName } from '~/domain/people/name';

/** What everyone may see of an initiative: no addresses, no last names. Amounts in cents. */
export interface InitiativeView {
  number: number;
  state: InitiativeState;
  title: string;
  summary: string;
  story: string;
  theme: Theme | null;
  /** Null is for everybody. */
  targetGroup: TargetGroup | null;
  place: string;
  startsOn: CalendarDate | null;
  participants: number | null;
  area: { slug: string; name: string };
  lines: readonly BudgetLine[];
  totalCents: Cents;
  ownCents: Cents;
  requestedCents: Cents;
  grantedCents: Cents | null;
  /** First names of those who gave one; the number of applicants counts the others too. */
  applicants: { names: readonly string[]; count: number };
}

/** Leaves out of a record whatever is not public. */
export function viewOf(record: InitiativeRecord): InitiativeView {
  const { number, state, title, summary, story, theme, targetGroup, place, startsOn } = record;
  const { participants, lines } = record;
  const { totalCents } = budgetTotals({ lines, ownCents: zero, otherCents: zero });
  const names = record.applicants.flatMap(({ name }) => firstName(name) ?? []);
  return {
    ...{ number, state, title, summary, story, theme, targetGroup, place, startsOn },
    ...{ participants, lines, totalCents },
    area: { slug: record.area.slug, name: record.area.name },
    ownCents: record.ownContributionCents,
    requestedCents: record.requestedCents,
    grantedCents: record.grantedCents,
    applicants: { names, count: record.applicants.length },
  };
}
