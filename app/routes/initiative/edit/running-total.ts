import { DomainError } from '~/domain/errors';
import { budgetTotals, type BudgetTotals } from '~/domain/initiative/budget';
import { type Cents, parseEuros, zero } from '~/domain/money/cents';

/** A begroting as it is being typed. */
export interface TypedBudget {
  lines?: readonly ({ quantity?: string; unitCents?: string } | undefined)[];
  ownCents?: string;
}

/** The totals of what is typed so far, in cents; null while something in it cannot be read as an amount. */
export function runningTotal({ lines = [], ownCents }: TypedBudget): BudgetTotals | null {
  const amounts = lines.map((line) => amountOf(line?.unitCents));
  const quantities = lines.map((line) => quantityOf(line?.quantity));
  const own = amountOf(ownCents);
  if (own === null || amounts.includes(null) || quantities.includes(null)) return null;
  return budgetTotals({
    lines: amounts.map((unitCents, index) => ({
      description: '',
      quantity: quantities[index] ?? 1,
      unitCents: unitCents ?? zero,
    })),
    ownCents: own,
    otherCents: zero,
  });
}

function amountOf(typed = ''): Cents | null {
  if (typed.trim() === '') return zero;
  try {
    return parseEuros(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** An empty quantity counts as one while typing; the server asks for it. */
function quantityOf(typed = ''): number | null {
  if (typed.trim() === '') return 1;
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
}
