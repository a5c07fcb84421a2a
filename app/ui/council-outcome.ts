import { type ListedDecision } from '#db/reads/council/decision';
import { type Tone } from './tone';

type Decided = Pick<ListedDecision, 'outcome' | 'amountCents' | 'requestedCents'>;

/** A decision as people call it: adopting less than was asked has a word of its own. */
export type OutcomeWord = 'granted' | 'partly' | Exclude<Decided['outcome'], 'adopted'>;

export function outcomeWord({ outcome, amountCents, requestedCents }: Decided): OutcomeWord {
  if (outcome !== 'adopted') return outcome;
  return amountCents < requestedCents ? 'partly' : 'granted';
}

export const outcomeTone: Record<OutcomeWord, Tone> = {
  granted: 'good',
  partly: 'good',
  notAdopted: 'bad',
  postponed: 'waiting',
  invalid: 'waiting',
  referred: 'info',
};

/** Whether the amount is granted, and so may stand in large figures. */
export const isGranted = (word: OutcomeWord) => word === 'granted' || word === 'partly';
