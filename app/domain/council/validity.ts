import { moreThanHalf } from './quorum';

export interface ValidityInput {
  sitting: number;
  /** Sitting members obliged to abstain (art. 28), present or not. */
  conflicted: number;
  /** Votes for, against and blank together: blank counts as taking part. */
  tookPart: number;
  /** Reconvened meeting, or a re-vote on a proposal whose earlier vote was invalid. */
  exempt: boolean;
}

export interface ValidityTest {
  needed: number;
  tookPart: number;
  met: boolean;
}

/**
 * Is the vote valid? More than half of the sitting members who need not abstain must have taken part.
 * Art. 29 Gemeentewet, domain.md §3.2.
 */
export function testValidity({ sitting, conflicted, tookPart, exempt }: ValidityInput): ValidityTest {
  const needed = exempt ? 0 : moreThanHalf(sitting - conflicted);
  return { needed, tookPart, met: tookPart >= needed };
}
