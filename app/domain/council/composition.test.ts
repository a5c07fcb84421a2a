import { describe, expect, it } from 'vitest';
import { type Seat, type SeatKind, testComposition } from './composition';

const seat = (kind: SeatKind, change: Partial<Seat> = {}): Seat => ({
  kind,
  voting: true,
  filled: true,
  ...change,
});
const residents = (n: number) => Array.from({ length: n }, () => seat('resident'));
const professionals = (n: number) => Array.from({ length: n }, () => seat('professional'));

describe('composition (at least half residents)', () => {
  it('accepts exactly half', () => {
    expect(testComposition([...residents(3), ...professionals(3)])).toEqual({
      filled: 6,
      residents: 3,
      needed: 3,
      met: true,
    });
  });

  it('refuses one resident short of half', () => {
    expect(testComposition([...residents(3), ...professionals(4)])).toEqual({
      filled: 7,
      residents: 3,
      needed: 4,
      met: false,
    });
  });

  it('counts networkers and area managers with a vote against the residents', () => {
    const seats = [...residents(1), seat('networker'), seat('areaManager')];
    expect(testComposition(seats)).toMatchObject({ filled: 3, residents: 1, met: false });
  });

  it('leaves out seats without a vote', () => {
    const seats = [...residents(1), seat('networker', { voting: false }), seat('areaManager')];
    expect(testComposition(seats)).toMatchObject({ filled: 2, met: true });
  });

  it('leaves out vacant seats', () => {
    const vacant = seat('resident', { filled: false });
    expect(testComposition([vacant, ...residents(1), ...professionals(2)])).toMatchObject({
      filled: 3,
      residents: 1,
      met: false,
    });
  });

  it('never constitutes an empty council', () => {
    expect(testComposition([])).toEqual({ filled: 0, residents: 0, needed: 0, met: false });
  });
});
