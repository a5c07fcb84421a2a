import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../calendar';
import { DomainError } from '../errors';
import { mandateEndedBy, mandateFrom } from './mandate';
import { assertSeating, duties, endingWindow, type Term, termEnd } from './membership';

const first = calendarDate('2026-01-01');
const dayAt = (at: number) => addDays(first, at);
const days = Array.from({ length: 80 }, (_, at) => dayAt(at));

const term: fc.Arbitrary<Term> = fc
  .record({
    seatId: fc.constantFrom('a', 'b', 'c'),
    personId: fc.constantFrom('Samira', 'Joost', 'Wil'),
    duty: fc.constantFrom(...duties),
    from: fc.nat(40),
    length: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ from, length, ...who }) => ({
    ...who,
    validFrom: dayAt(from),
    validTo: length === null ? null : dayAt(from + length),
  }));

const sitsOn = ({ validFrom, validTo }: Pick<Term, 'validFrom' | 'validTo'>, day: CalendarDate) =>
  validFrom <= day && (validTo === null || day < validTo);

/** Seats people one after the other and keeps who was not refused. */
function seated(wanted: readonly Term[]): Term[] {
  const kept: Term[] = [];
  for (const each of wanted) {
    try {
      assertSeating(each, kept);
      kept.push(each);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return kept;
}

describe('a council that people are seated in, in whatever order', () => {
  const councils = fc.array(term, { maxLength: 15 }).map(seated);

  it('has on no day two in one seat, one in two seats, or two of a duty', () => {
    fc.assert(
      fc.property(councils, (council) => {
        for (const day of days) {
          const there = council.filter((each) => sitsOn(each, day));
          const twice = (value: (each: Term) => string) => new Set(there.map(value)).size < there.length;
          expect(twice(({ seatId }) => seatId) || twice(({ personId }) => personId)).toBe(false);
          for (const duty of ['chair', 'secretary'] as const) {
            expect(there.filter((each) => each.duty === duty).length).toBeLessThan(2);
          }
        }
      }),
    );
  });

  it('takes anybody new in a new seat as a member, at any time', () => {
    fc.assert(
      fc.property(councils, term, (council, wanted) => {
        const fresh = { ...wanted, seatId: 'z', personId: 'Nieuw', duty: 'member' as const };
        expect(() => assertSeating(fresh, council)).not.toThrow();
      }),
    );
  });
});

describe('an end that is allowed', () => {
  it('shortens a term, keeps today, and leaves at least a day', () => {
    fc.assert(
      fc.property(term, fc.nat(60), (each, at) => {
        const today = dayAt(at);
        let window;
        try {
          window = endingWindow(each, today);
        } catch {
          expect(each.validTo !== null && each.validTo <= addDays(today, 1)).toBe(each.validFrom <= today);
          return;
        }
        const { earliest, latest } = window;
        expect(earliest >= today && earliest >= each.validFrom).toBe(true);
        if (each.validTo !== null) expect(addDays(latest, 1) < each.validTo).toBe(true);
      }),
    );
  });

  it('of a whole term lies whole years away, give or take a leap day', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.integer({ min: 1, max: 12 }), (at, years) => {
        const length = daysBetween(dayAt(at), termEnd(dayAt(at), years));
        expect(Math.abs(length - years * 365.25)).toBeLessThan(2);
      }),
    );
  });
});

describe('mandates given one after the other', () => {
  it('never hold on the same day, and leave no day of an earlier decision', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ wait: fc.nat(15), ahead: fc.nat(10) }), { maxLength: 8 }), (acts) => {
        const given: { id: string; validFrom: CalendarDate; validTo: CalendarDate | null }[] = [];
        let today = first;
        for (const [index, { wait, ahead }] of acts.entries()) {
          today = addDays(today, wait);
          const from = addDays(mandateFrom(given, today), ahead);
          if (given.some(({ validFrom }) => validFrom >= from)) continue;
          const ended = mandateEndedBy(given, from);
          if (ended) ended.validTo = from;
          given.push({ id: String(index), validFrom: from, validTo: null });
          expect(given.filter((each) => sitsOn(each, today)).length).toBeLessThan(2);
        }
        for (const day of days) expect(given.filter((each) => sitsOn(each, day)).length).toBeLessThan(2);
      }),
    );
  });
});
