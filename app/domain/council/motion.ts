import { type MajorityTest, testMajority } from './majority';
import { type QuorumTest, testQuorum } from './quorum';
import { testValidity, type ValidityTest } from './validity';

export interface MotionInput {
  /** Seats of the body, vacant ones included. */
  seats: number;
  /** Filled seats. */
  sitting: number;
  /** Members in the room, those obliged to abstain included. */
  present: number;
  /** Sitting members obliged to abstain, present or not. */
  conflicted: number;
  for: number;
  against: number;
  blank: number;
  /** The meeting replaces one without quorum and treats the same item. */
  reconvened: boolean;
  /** A tie in an earlier meeting already postponed this item. */
  alreadyPostponed: boolean;
  /** An earlier vote on this item was invalid (art. 29 lid 2). */
  revoteOfInvalid?: boolean;
}

export type MotionOutcome = 'adopted' | 'notAdopted' | 'invalid' | 'postponed' | 'noQuorum';

export interface MotionResult {
  outcome: MotionOutcome;
  quorum: QuorumTest;
  validity: ValidityTest;
  majority: MajorityTest;
}

/**
 * What became of a proposal: quorum (art. 20), valid vote (art. 29), majority (art. 30) and tie (art. 32
 * Gemeentewet), each with its own figures so that a reader can check. domain.md §3.2–3.3.
 * Throws a plain Error on counts that cannot be, such as more votes than people.
 */
export function decideMotion(input: MotionInput): MotionResult {
  assertPossible(input);
  const tests = {
    quorum: testQuorum(input),
    validity: testValidity({
      sitting: input.sitting,
      conflicted: input.conflicted,
      tookPart: input.for + input.against + input.blank,
      exempt: input.reconvened || input.revoteOfInvalid === true,
    }),
    majority: testMajority(input),
  };
  return { outcome: outcomeOf(input, tests), ...tests };
}

function outcomeOf(input: MotionInput, tests: Omit<MotionResult, 'outcome'>): MotionOutcome {
  if (!tests.quorum.met) return 'noQuorum';
  if (!tests.validity.met) return 'invalid';
  if (tests.majority.met) return 'adopted';
  if (!tests.majority.tied) return 'notAdopted';
  return input.alreadyPostponed || isFullMeeting(input) ? 'notAdopted' : 'postponed';
}

/**
 * "Full" in art. 32: every seat is filled and every member who need not abstain cast a vote. A blank vote is
 * not cast (the words of art. 30 and 32 are the same), and a vacancy means never full.
 */
function isFullMeeting(input: MotionInput): boolean {
  return input.seats === input.sitting && input.for + input.against === input.sitting - input.conflicted;
}

/** More conflicted than sitting leaves fewer than no members who may vote. */
function assertPossible(input: MotionInput): void {
  const { seats, sitting, present, conflicted, blank } = input;
  const counts = [seats, sitting, present, conflicted, input.for, input.against, blank];
  if (!counts.every((n) => Number.isSafeInteger(n) && n >= 0)) throw new Error('motion: counts must be ≥ 0');
  if (sitting > seats || present > sitting) {
    throw new Error('motion: more members than seats');
  }
  if (input.for + input.against + blank > Math.min(present, sitting - conflicted)) {
    throw new Error('motion: more votes than members who may vote');
  }
}
