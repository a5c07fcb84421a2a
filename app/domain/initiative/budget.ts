import { add, type Cents, cents, subtract, sum } from '../money/cents';

export interface BudgetLine {
  description: string;
  /** A whole number, at least 1. */
  quantity: number;
  /** Price of one, in cents; not negative. */
  unitCents: Cents;
}

export interface Budget {
  lines: readonly BudgetLine[];
  /** What the applicants pay themselves, in cents. */
  ownCents: Cents;
  /** What other funders pay, in cents. */
  otherCents: Cents;
}

export interface BudgetTotals {
  totalCents: Cents;
  ownCents: Cents;
  otherCents: Cents;
  /** What is left to ask from the fund; zero or negative in an unfinished concept. */
  requestedCents: Cents;
}

/** Quantity times price, in cents. */
export function lineCents(line: BudgetLine): Cents {
  return cents(BigInt(line.quantity) * line.unitCents);
}

/** Sums up a begroting, finished or not: requested = total − own − other. domain.md §2.4. */
export function budgetTotals({ lines, ownCents, otherCents }: Budget): BudgetTotals {
  const totalCents = sum(lines.map(lineCents));
  const requestedCents = subtract(totalCents, add(ownCents, otherCents));
  return { totalCents, ownCents, otherCents, requestedCents };
}
