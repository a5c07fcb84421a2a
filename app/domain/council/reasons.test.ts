import { expect, test } from 'vitest';
import { cents } from '../money/cents';
import { type MotionOutcome } from './motion';
import { assertReasons } from './reasons';

const asked = cents(40_000n);
const less = { proposed: cents(39_999n), asked };
const all = { proposed: asked, asked };

test.each<[MotionOutcome, typeof all, boolean]>([
  ['adopted', all, false],
  ['adopted', less, true],
  ['notAdopted', all, true],
  ['postponed', less, false],
  ['invalid', less, false],
])('%s of %o needs reasons: %s', (outcome, amounts, needed) => {
  const decide = (reasons: string) => () => assertReasons(outcome, amounts, reasons);
  if (needed)
    expect(decide('Te kort.')).toThrow(
      expect.objectContaining({ code: 'reasonsRequired', field: 'reasons' }),
    );
  else expect(decide('')).not.toThrow();
  expect(decide('Er is niet meer geld.')).not.toThrow();
});
