import { DomainError } from '../errors';
import { type Cents } from '../money/cents';
import { lettersIn } from '../text';
import { type MotionOutcome } from './motion';

const shortestReasons = 10;

/** What a council may give and what was asked, in cents. */
type Amounts = { proposed: Cents; asked: Cents };

/** Whether this outcome gives people less than they asked for: then they are told why. art. 3:46 Awb, domain.md §2.3. */
export const needsReasons = (outcome: MotionOutcome, { proposed, asked }: Amounts): boolean =>
  outcome === 'notAdopted' || (outcome === 'adopted' && proposed < asked);

/** Throws 'reasonsRequired' at the reasons when an outcome needs them and these, without space around them, are none. */
export function assertReasons(outcome: MotionOutcome, amounts: Amounts, reasons: string): void {
  if (needsReasons(outcome, amounts) && lettersIn(reasons) < shortestReasons) {
    throw new DomainError('reasonsRequired', { field: 'reasons' });
  }
}
