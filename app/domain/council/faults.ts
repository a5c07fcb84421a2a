import { type SeatKind, type Shortage } from './composition';
import { type Duty } from './membership';
import { type RulesOfOrder } from './rules-of-order';

export interface CouncilFacts {
  /** Every seat of the day; a vacant one has no duty. */
  seats: readonly { kind: SeatKind; voting: boolean; duty: Duty | null }[];
  shortage: Shortage | null;
  mandate: boolean;
  rules: Pick<RulesOfOrder, 'minSeats' | 'maxSeats' | 'votingKinds'> | null;
}

/** What keeps a council from working, or from keeping its own rules of order; in the order of what comes first. */
export type CouncilFault =
  | 'noMembers'
  | 'noChair'
  | 'noSecretary'
  | 'residentsShort'
  | 'noMandate'
  | 'noRules'
  | 'fewSeats'
  | 'manySeats'
  | 'voteAgainstRules';

/** What is wrong with a council on a day. domain.md §3.2–§3.5. */
export function faultsOf({ seats, shortage, mandate, rules }: CouncilFacts): CouncilFault[] {
  const sits = (duty: Duty) => seats.some((seat) => seat.duty === duty);
  const votes = seats.filter(({ voting }) => voting);
  const faults: [CouncilFault, boolean][] = [
    ['noMembers', !seats.some(({ duty }) => duty !== null)],
    ['noChair', !sits('chair')],
    ['noSecretary', !sits('secretary')],
    ['residentsShort', shortage !== null],
    ['noMandate', !mandate],
    ['noRules', rules === null],
    ['fewSeats', rules !== null && votes.length < rules.minSeats],
    ['manySeats', rules !== null && votes.length > rules.maxSeats],
    ['voteAgainstRules', rules !== null && votes.some(({ kind }) => !rules.votingKinds.includes(kind))],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}
