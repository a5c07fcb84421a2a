import { DomainError } from '../errors';
import { type SeatKind, seatKinds } from './composition';

/** How a council works, as its reglement says: one version, from a date on. domain.md §3.2. */
export interface RulesOfOrder {
  /** How many days before a meeting its agenda is public. */
  noticeDays: number;
  /** How long a member sits at most. */
  termYears: number;
  /** How many seats with a vote there are, at least and at most. */
  minSeats: number;
  maxSeats: number;
  /** How much of the filled seats with a vote residents hold at least, in percent. Never under half. */
  residentsPct: number;
  /** How many days the council may be short of residents before it must be whole again. */
  graceDays: number;
  /** Which kinds of seats may have a vote; residents always. */
  votingKinds: readonly SeatKind[];
}

export const presetNames = ['together', 'supporting'] as const;
/**
 * `together`: residents, professionals, networkers and area managers decide together (founding document 004). `supporting`: what
 * came of it in Amersfoort, where the networker and the area manager only support. domain.md §3.2.
 */
export type PresetName = (typeof presetNames)[number];

const usual = { noticeDays: 7, termYears: 4, minSeats: 5, maxSeats: 9, residentsPct: 50, graceDays: 90 };

export const presets: Record<PresetName, RulesOfOrder> = {
  together: { ...usual, votingKinds: seatKinds },
  supporting: { ...usual, votingKinds: ['resident', 'professional'] },
};

/** What each number of the rules may be, both counted in. Half residents is the law of the house (domain.md §0.9). */
export const bounds = {
  noticeDays: [0, 60],
  termYears: [1, 12],
  minSeats: [1, 50],
  maxSeats: [1, 50],
  residentsPct: [50, 100],
  graceDays: [0, 365],
} as const satisfies Partial<Record<keyof RulesOfOrder, readonly [number, number]>>;

export type RuleNumber = keyof typeof bounds;
export const ruleNumbers = Object.keys(bounds) as RuleNumber[];

/**
 * Do these rules hold together? Throws 'numberInvalid' at the number that is out of bounds, or at `maxSeats` under the
 * minimum, and 'choiceInvalid' where residents have no vote.
 */
export function assertRules(rules: RulesOfOrder): void {
  for (const name of ruleNumbers) {
    const [least, most] = bounds[name];
    if (!Number.isInteger(rules[name]) || rules[name] < least || rules[name] > most) {
      throw new DomainError('numberInvalid', { field: name });
    }
  }
  if (rules.maxSeats < rules.minSeats) throw new DomainError('numberInvalid', { field: 'maxSeats' });
  if (!rules.votingKinds.includes('resident'))
    throw new DomainError('choiceInvalid', { field: 'votingKinds' });
}

/** Passes so many seats with a vote. Throws 'seatsFull' at `field` above the most that the rules have. */
export function assertRoomFor(
  seats: number,
  { maxSeats }: Pick<RulesOfOrder, 'maxSeats'>,
  field: string,
): void {
  if (seats > maxSeats) throw new DomainError('seatsFull', { field, detail: { max: maxSeats } });
}
