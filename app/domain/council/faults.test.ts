import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import { type CouncilFacts, faultsOf } from './faults';
import { presets } from './rules-of-order';

const seat = (change: Partial<CouncilFacts['seats'][number]> = {}) => ({
  ...{ kind: 'resident' as const, voting: true, duty: 'member' as const },
  ...change,
});
const whole: CouncilFacts = {
  seats: [seat({ duty: 'chair' }), seat({ duty: 'secretary' }), seat(), seat(), seat({ duty: null })],
  shortage: null,
  mandate: true,
  rules: presets.supporting,
};
const shortage = { since: calendarDate('2026-03-10'), graceUntil: calendarDate('2026-04-09') };

describe('what is wrong with a council', () => {
  it('is nothing when it can work and keeps its rules', () => {
    expect(faultsOf(whole)).toEqual([]);
  });

  it('is all of it when there is nothing yet', () => {
    expect(faultsOf({ seats: [], shortage: null, mandate: false, rules: null })).toEqual([
      ...['noMembers', 'noChair', 'noSecretary', 'noMandate', 'noRules'],
    ]);
  });

  it.each([
    ['residentsShort', { shortage }],
    ['noMandate', { mandate: false }],
    ['noRules', { rules: null }],
    ['fewSeats', { seats: whole.seats.slice(0, 4) }],
    ['manySeats', { seats: [...whole.seats, seat(), seat(), seat(), seat(), seat()] }],
    ['noChair', { seats: whole.seats.map((each, index) => (index === 0 ? seat() : each)) }],
    ['voteAgainstRules', { seats: [...whole.seats, seat({ kind: 'networker' })] }],
  ] as const)('is "%s"', (fault, change) => {
    expect(faultsOf({ ...whole, ...change })).toEqual([fault]);
  });

  it('is not a seat without a vote, of whatever kind', () => {
    expect(
      faultsOf({ ...whole, seats: [...whole.seats, seat({ kind: 'networker', voting: false })] }),
    ).toEqual([]);
  });
});
