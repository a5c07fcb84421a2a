import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { assertRoomFor, assertRules, presetNames, presets, type RulesOfOrder } from './rules-of-order';

const rules = presets.supporting;
const told = (change: Partial<RulesOfOrder>) => () => assertRules({ ...rules, ...change });

describe('rules of order', () => {
  it.each(presetNames)('hold together in the preset "%s"', (name) => {
    expect(() => assertRules(presets[name])).not.toThrow();
  });

  it('let all four kinds decide together, or two', () => {
    expect(presets.together.votingKinds).toEqual(['resident', 'professional', 'networker', 'areaManager']);
    expect(presets.supporting.votingKinds).toEqual(['resident', 'professional']);
  });

  it.each([
    ['residentsPct', 49],
    ['residentsPct', 101],
    ['noticeDays', -1],
    ['noticeDays', 61],
    ['termYears', 0],
    ['termYears', 13],
    ['minSeats', 0],
    ['maxSeats', 51],
    ['graceDays', 366],
    ['graceDays', 1.5],
    ['maxSeats', 4],
  ] as const)('refuse %s of %d', (field, value) => {
    expect(told({ [field]: value })).toThrow(new DomainError('numberInvalid', { field }));
  });

  it.each([
    { residentsPct: 50 },
    { residentsPct: 100 },
    { noticeDays: 0 },
    { minSeats: 9 },
    { graceDays: 365 },
  ])('take %o', (change) => {
    expect(told(change)).not.toThrow();
  });

  it('always give residents a vote', () => {
    const error = new DomainError('choiceInvalid', { field: 'votingKinds' });
    expect(told({ votingKinds: ['professional'] })).toThrow(error);
  });

  it('have room for as many seats with a vote as they say', () => {
    expect(() => assertRoomFor(9, presets.together, 'count')).not.toThrow();
    expect(() => assertRoomFor(10, presets.together, 'count')).toThrow(
      expect.objectContaining({ code: 'seatsFull', field: 'count', detail: { max: 9 } }),
    );
  });
});
