import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import {
  type Seat,
  type SeatKind,
  shortageOn,
  sittingsIn,
  type Sitting,
  testComposition,
  assertGrace,
  isGraceOver,
} from './composition';

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

  it('asks what the rules of order ask, rounded up', () => {
    const seats = [...residents(4), ...professionals(3)];
    expect(testComposition(seats, 60)).toMatchObject({ needed: 5, met: false });
    expect(testComposition(seats, 57)).toMatchObject({ needed: 4, met: true });
  });
});

describe('a shortage of residents', () => {
  const day = (text: string) => calendarDate(`2026-${text}`);
  const sits = (kind: SeatKind, from = '01-01', to?: string): Sitting => ({
    ...{ kind, from: day(from) },
    to: to ? day(to) : null,
  });
  it('is counted over seats with a vote alone', () => {
    const term = { kind: 'resident', validFrom: day('01-01'), validTo: day('02-01') } as const;
    const terms = [
      { ...term, voting: true },
      { ...term, voting: false },
      { ...term, voting: true, validTo: null },
    ];
    expect(sittingsIn(terms)).toEqual([sits('resident', '01-01', '02-01'), sits('resident')]);
  });

  const rule = (from: string, residentsPct: number, graceDays: number) => ({
    validFrom: day(from),
    residentsPct,
    graceDays,
  });
  const pair = [sits('resident'), sits('professional')];

  it('is none while residents hold half, or nobody sits at all', () => {
    expect(shortageOn(pair, [], day('06-01'))).toBeNull();
    expect(shortageOn([], [], day('06-01'))).toBeNull();
    expect(shortageOn([sits('professional', '07-01')], [], day('06-01'))).toBeNull();
  });

  it('begins on the day after the last of a resident, and lasts its grace', () => {
    const left = [sits('resident', '01-01', '03-10'), ...pair, sits('professional')];
    expect(shortageOn(left, [rule('01-01', 50, 30)], day('03-09'))).toBeNull();
    const short = { since: day('03-10'), graceUntil: day('04-09') };
    expect(shortageOn(left, [rule('01-01', 50, 30)], day('03-10'))).toEqual(short);
    expect(shortageOn(left, [rule('01-01', 50, 30)], day('12-01'))).toEqual(short);
  });

  it('ends with a new resident, and begins anew', () => {
    const left = [
      ...pair,
      sits('professional'),
      sits('resident', '02-01', '03-10'),
      sits('resident', '05-01', '06-01'),
    ];
    expect(shortageOn(left, [], day('04-30'))?.since).toBe('2026-03-10');
    expect(shortageOn(left, [], day('05-01'))).toBeNull();
    expect(shortageOn(left, [], day('07-01'))).toEqual({ since: day('06-01'), graceUntil: day('08-30') });
  });

  it('is as old as the council where it never had enough', () => {
    expect(shortageOn([sits('professional', '02-01')], [], day('06-01'))?.since).toBe('2026-02-01');
  });

  it('can begin with new rules, by the rules of each day', () => {
    const rules = [rule('05-01', 75, 10), rule('01-01', 50, 30)];
    expect(shortageOn(pair, rules, day('04-30'))).toBeNull();
    expect(shortageOn(pair, rules, day('06-01'))).toEqual({ since: day('05-01'), graceUntil: day('05-11') });
  });
});

describe('a council that is short of residents', () => {
  const day = (text: string) => calendarDate(`2026-${text}`);
  const shortage = { since: day('03-10'), graceUntil: day('04-09') };

  it('may decide until the last day of its grace, and no longer', () => {
    expect(() => assertGrace(null, day('12-01'))).not.toThrow();
    expect(() => assertGrace(shortage, day('04-09'))).not.toThrow();
    expect(() => assertGrace(shortage, day('04-10'))).toThrow(
      expect.objectContaining({
        code: 'tooFewResidents',
        detail: { since: '2026-03-10', lastDay: '2026-04-09' },
      }),
    );
    expect([day('04-09'), day('04-10')].map((on) => isGraceOver(shortage, on))).toEqual([false, true]);
    expect(isGraceOver(null, day('12-01'))).toBe(false);
  });
});
