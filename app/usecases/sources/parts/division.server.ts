import { type Wijk } from '#db/reads/area/area';
import { asWeight, divide, type DivisionRule, type Weight, weightsOf } from '~/domain/ledger/division';
import { type Cents } from '~/domain/money/cents';

export type DividedPart = Wijk & { weight: Weight; cents: Cents };

/**
 * What each of these wijken gets, in the order of their addresses, so that anyone gives a cent that is left over to the same
 * wijk. Throws the refusals of `weightsOf` and `divide`.
 */
export function dividedOver(totalCents: Cents, rule: DivisionRule, wijken: readonly Wijk[]): DividedPart[] {
  const inOrder = [...wijken].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const weights =
    rule.by === 'inhabitants'
      ? inOrder.map(({ inhabitants }) => asWeight(inhabitants ?? 0))
      : weightsOf(inOrder, rule.shares);
  const amounts = divide(rule.by, { totalCents, footCents: rule.footCents }, weights);
  return inOrder.flatMap((wijk, index) => {
    const [weight, cents] = [weights[index], amounts[index]];
    return weight === undefined || cents === undefined ? [] : [{ ...wijk, weight, cents }];
  });
}
