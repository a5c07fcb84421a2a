import { type ComponentProps } from 'react';
import { type RuleName } from '~/domain/voting/rule-names';
import { CheckOutcome } from './check-outcome';
import { CityBeside, type CityProps } from './city-beside';
import { OtherRules } from './other-rules';
import { ReachFigure } from './reach-figure';

interface BesideProps {
  round: { number: number; currency: string; language?: string };
  /** The rule of the outcome that is shown. */
  shown: RuleName;
  beside: {
    reach: readonly number[];
    others: ComponentProps<typeof OtherRules>['others'];
    city: CityProps['city'] | null;
    check: ComponentProps<typeof CheckOutcome>['check'];
  };
}

/** What stands beside the outcome of a round: whom it reaches, other rules, the city's choice, counting it again. */
export function OutcomeBeside({ round, shown, beside: { reach, others, city, check } }: BesideProps) {
  return (
    <>
      <ReachFigure reach={reach} />
      <OtherRules round={round} shown={shown} others={others} />
      {city ? <CityBeside round={round} shown={shown} city={city} /> : null}
      <CheckOutcome number={round.number} shown={shown} check={check} />
    </>
  );
}
