import { addDays, type CalendarDate } from '../calendar';
import { type Cents } from '../money/cents';

/** What hangs on a wijk: people with an account who live there, initiatives that are not over, what its pools still hold. */
export interface AreaUses {
  residents: number;
  openInitiatives: number;
  left: Cents;
  /** Whether there ever was an initiative or a booking, or some of its ground went to another wijk. */
  wasUsed: boolean;
}

/** A wijk on which people, initiatives or money still wait cannot be left out: nobody would look after them. */
export const mayBeLeftOut = ({ residents, openInitiatives, left }: AreaUses): boolean =>
  residents === 0 && openInitiatives === 0 && left === 0n;

/** The first day without a wijk that ends today: one that was never used is as good as never there. */
export const lastOf = (
  validFrom: CalendarDate,
  { wasUsed }: Pick<AreaUses, 'wasUsed'>,
  today: CalendarDate,
): CalendarDate => (wasUsed ? today : addDays(validFrom, 1));
