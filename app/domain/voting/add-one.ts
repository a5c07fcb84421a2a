import { type Shares, equalShares, type Utility } from './equal-shares';
import { fraction, plus } from './fraction';
import { equalPart, type Race } from './race';

/** Why raising the endowment ended: no supported project fits any more, or the next outcome would cost too much. */
export type Stop = 'exhaustive' | 'next-over-budget';

/** The outcome that stands and how many raises were tried, one that went over the budget with them. */
export type Raised = Readonly<{ shares: Shares; steps: number; stop: Stop; tiesMet: TiesMet }>;

/** How many ties were met over all raises that stood, by what settled them. */
export type TiesMet = Readonly<{ lot: number; other: number }>;

/** Equal shares at the budget divided by the number of voters, exactly (voting.md §4 a). */
export function plainShares(race: Race, utility: Utility): Shares {
  const shares = equalShares(race, utility, equalPart(race));
  if (!shares) throw new Error('equal shares paid more than the budget');
  return shares;
}

/**
 * Add1 (voting.md §4): counts anew with `step` (in minor units) more for everybody, until no supported project fits in
 * what is left or the next outcome would cost more than the budget. With `onward` it goes on when nothing fits.
 */
export function raise(race: Race, utility: Utility, step: bigint, onward = false): Raised {
  let shares = plainShares(race, utility);
  let tiesMet = addTies({ lot: 0, other: 0 }, shares);
  for (let steps = 0; ; steps += 1) {
    if (isExhaustive(race, shares, onward)) return { shares, steps, stop: 'exhaustive', tiesMet };
    const raised = plus(shares.endowment, fraction(step));
    const next = equalShares(race, utility, raised, shares.selected);
    if (!next) return { shares, steps: steps + 1, stop: 'next-over-budget', tiesMet };
    shares = next;
    tiesMet = addTies(tiesMet, shares);
  }
}

/** Whether all supported projects are in, or, unless raising goes onward, no other one fits. */
function isExhaustive(
  { contenders, costs, election: { budget } }: Race,
  { selected, total }: Shares,
  onward: boolean,
): boolean {
  const won = new Set(selected);
  return contenders.every((project) => won.has(project) || (!onward && total + costs[project]! > budget));
}

function addTies({ lot, other }: TiesMet, { ties }: Shares): TiesMet {
  const byLot = ties.filter(({ decidedBy }) => decidedBy === 'lot').length;
  return { lot: lot + byLot, other: other + ties.length - byLot };
}
