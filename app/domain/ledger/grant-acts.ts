import { type Cents, subtract, sum } from '../money/cents';
import { type GrantStanding, highestAdvance } from './grant';

/** What a controller can do with a grant. */
export const grantActs = ['receive', 'writeOff', 'advance', 'settle'] as const;
export type GrantAct = (typeof grantActs)[number];

/** Who has to do something before a grant is closed. */
export const turns = ['controller', 'payer', 'bank', 'nobody'] as const;
export type Turn = (typeof turns)[number];

/** How much more may be advanced of a grant before it is settled, in cents. */
export function advanceRoom({ committed, advance }: GrantStanding, advancePct: number): Cents {
  return subtract(highestAdvance(committed, advancePct), advance);
}

/**
 * What a controller can do with a grant as it stands (domain.md §2.3): before it is settled approve an advance, and
 * settle unless a payment waits; afterwards book what comes back of a claim, or write it off.
 */
export function openActs(standing: GrantStanding, advancePct: number): GrantAct[] {
  const { phase, payable } = standing;
  if (phase === 'claimed') return ['receive', 'writeOff'];
  if (phase === 'settled' || phase === 'closed') return [];
  const acts: GrantAct[] = [];
  if (advanceRoom(standing, advancePct) > 0n) acts.push('advance');
  if (payable === 0n) acts.push('settle');
  return acts;
}

/** Whose turn it is: the payer's as long as a payment waits, the bank's as long as one is under way, else the controller's. */
export function turnOf({ phase, payable, underWay }: GrantStanding): Turn {
  if (payable > 0n) return 'payer';
  if (underWay > 0n) return 'bank';
  return phase === 'closed' ? 'nobody' : 'controller';
}

/** What of a grant still has to move, in cents: what is not advanced yet, not paid yet, or has to come back. */
export function openOf({ committed, advance, payable, underWay, claim }: GrantStanding): Cents {
  return sum([subtract(committed, advance), payable, underWay, claim]);
}
