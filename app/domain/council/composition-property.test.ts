import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../calendar';
import { type CompositionRule, seatKinds, shortageOn, type Sitting, testComposition } from './composition';

const first = calendarDate('2026-01-01');
const lastDay = 60;
const dayAt = (at: number) => addDays(first, at);

const sitting: fc.Arbitrary<Sitting> = fc
  .record({
    kind: fc.constantFrom(...seatKinds),
    from: fc.nat(lastDay),
    length: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ kind, from, length }) => ({
    kind,
    from: dayAt(from),
    to: length === null ? null : dayAt(from + length),
  }));

const rules: fc.Arbitrary<CompositionRule[]> = fc.uniqueArray(
  fc.record({
    validFrom: fc.nat(lastDay).map(dayAt),
    residentsPct: fc.integer({ min: 50, max: 100 }),
    graceDays: fc.nat(40),
  }),
  { selector: ({ validFrom }) => validFrom, maxLength: 4 },
);

const standard = { residentsPct: 50, graceDays: 90 };

/** The rules of a day, read the plain way: the last that had begun. */
function rulesOfDay(all: readonly CompositionRule[], day: CalendarDate) {
  let found: { residentsPct: number; graceDays: number } = standard;
  for (const rule of [...all].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (rule.validFrom <= day) found = rule;
  }
  return found;
}

/** Whether somebody sits and too few of them are residents, counted the plain way. */
function shortThen(sittings: readonly Sitting[], all: readonly CompositionRule[], day: CalendarDate) {
  const there = sittings.filter(({ from, to }) => from <= day && (to === null || day < to));
  const residents = there.filter(({ kind }) => kind === 'resident').length;
  return there.length > 0 && residents * 100 < there.length * rulesOfDay(all, day).residentsPct;
}

/** Walks back day by day, as a person with a calendar would. */
function walkedBack(sittings: readonly Sitting[], all: readonly CompositionRule[], on: CalendarDate) {
  if (!shortThen(sittings, all, on)) return null;
  let since = on;
  while (since > first && shortThen(sittings, all, addDays(since, -1))) since = addDays(since, -1);
  return { since, graceUntil: addDays(since, rulesOfDay(all, since).graceDays) };
}

describe('a shortage of residents, whoever came and went', () => {
  it('is what a walk back through all days finds', () => {
    fc.assert(
      fc.property(
        fc.array(sitting, { maxLength: 12 }),
        rules,
        fc.nat(lastDay + 30),
        (sittings, versions, at) => {
          expect(shortageOn(sittings, versions, dayAt(at))).toEqual(
            walkedBack(sittings, versions, dayAt(at)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which terms and rules are told', () => {
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 8 }), rules, fc.nat(lastDay), (sittings, versions, at) => {
        const turned = shortageOn([...sittings].reverse(), [...versions].reverse(), dayAt(at));
        expect(turned).toEqual(shortageOn(sittings, versions, dayAt(at)));
      }),
    );
  });

  it('never ends by another professional, and never begins by another resident', () => {
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 8 }), fc.nat(lastDay), (sittings, at) => {
        const on = dayAt(at);
        const more = (kind: Sitting['kind']) =>
          shortageOn([...sittings, { kind, from: on, to: null }], [], on);
        const before = shortageOn(sittings, [], on);
        if (before) expect(more('professional')).not.toBeNull();
        else expect(more('resident')).toBeNull();
      }),
    );
  });
});

describe('the residents that are needed', () => {
  const seats = fc.array(
    fc.record({ kind: fc.constantFrom(...seatKinds), voting: fc.boolean(), filled: fc.boolean() }),
  );

  it('are the part that is asked of who sits with a vote, rounded up', () => {
    fc.assert(
      fc.property(seats, fc.integer({ min: 50, max: 100 }), (council, pct) => {
        const { filled, needed, residents, met } = testComposition(council, pct);
        expect(needed * 100).toBeGreaterThanOrEqual(filled * pct);
        expect((needed - 1) * 100).toBeLessThan(Math.max(1, filled * pct));
        expect(met).toBe(filled > 0 && residents >= needed);
      }),
    );
  });
});
