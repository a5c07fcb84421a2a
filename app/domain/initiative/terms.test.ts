import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../../tests/support/shared';
import { calendarDate } from '../calendar';
import { boardAppealBefore, decisionDate, nextWorkingDay, objectionEnd, suspendedDays } from './terms';

const date = calendarDate;
/** The public holidays of 2026 that these cases meet. */
const holidays = ['2026-01-01', '2026-04-03', '2026-04-05', '2026-04-06', '2026-04-27', '2026-12-25'];
const isHoliday = (day: string) => holidays.includes(day);
const received = date('2026-01-05');
const completion = { askedOn: date('2026-01-12'), endedOn: date('2026-01-22') };
const decide = (change: Partial<Parameters<typeof decisionDate>[0]>) =>
  decisionDate({ receivedOn: received, weeks: 8, suspensions: [], isHoliday, ...change });

describe('decision date (E10, domain.md §2.4)', () => {
  it('is so many weeks after receipt', () => {
    expect(decide({})).toBe('2026-03-02');
  });

  it('moves by the days the clock stood still', () => {
    expect(suspendedDays(completion)).toBe(9);
    expect(decide({ suspensions: [completion] })).toBe('2026-03-11');
  });

  it('adds up several suspensions', () => {
    const second = { askedOn: date('2026-02-02'), endedOn: date('2026-02-05') };
    expect(decide({ suspensions: [completion, second] })).toBe('2026-03-13');
  });

  it('loses no day when the application is completed the same or the next day', () => {
    expect(suspendedDays({ askedOn: date('2026-01-12'), endedOn: date('2026-01-12') })).toBe(0);
    expect(suspendedDays({ askedOn: date('2026-01-12'), endedOn: date('2026-01-13') })).toBe(0);
    expect(suspendedDays({ askedOn: date('2026-01-12'), endedOn: date('2026-01-14') })).toBe(1);
  });

  it('moves to a working day only after the suspension is added', () => {
    // 2026-02-28 is a Saturday; two days later is a Monday, so nothing is left to move.
    const twoDays = { askedOn: date('2026-01-12'), endedOn: date('2026-01-15') };
    expect(decide({ receivedOn: date('2026-01-03'), suspensions: [] })).toBe('2026-03-02');
    expect(decide({ receivedOn: date('2026-01-03'), suspensions: [twoDays] })).toBe('2026-03-02');
  });
});

describe('objection end (E10)', () => {
  it('is six weeks after publication', () => {
    expect(objectionEnd(date('2026-03-10'), isHoliday)).toBe('2026-04-21');
  });

  it('moves off Koningsdag', () => {
    expect(objectionEnd(date('2026-03-16'), isHoliday)).toBe('2026-04-28');
  });
});

describe('writing to the board of a foundation (domain.md §2.5)', () => {
  it('is until six weeks from the decision, whatever day that is', () => {
    expect(boardAppealBefore(date('2026-02-20'))).toBe('2026-04-03');
    expect(boardAppealBefore(date('2026-12-01'))).toBe('2027-01-12');
  });
});

describe('next working day (Algemene termijnenwet)', () => {
  it.each([
    ['2026-03-03', '2026-03-03', 'a Tuesday stays'],
    ['2026-03-06', '2026-03-06', 'a Friday stays'],
    ['2026-03-07', '2026-03-09', 'Saturday to Monday'],
    ['2026-03-08', '2026-03-09', 'Sunday to Monday'],
    ['2026-04-03', '2026-04-07', 'Good Friday over the weekend and Easter Monday'],
    ['2026-12-25', '2026-12-28', 'Christmas Friday over the weekend'],
  ])('%s → %s: %s', (from, to) => {
    expect(nextWorkingDay(date(from), isHoliday)).toBe(to);
  });
});

const file = sharedFile('golden/worked-examples.json');

describe.skipIf(file === null)('worked example E10 (skipped when ../shared is absent)', () => {
  const e10: Record<string, string | number> =
    file === null ? {} : JSON.parse(readFileSync(file, 'utf8')).E10_termijnen;
  const day = (key: string) => date(String(e10[key]));

  it('gives the same days', () => {
    const receivedOn = day('ontvangen');
    const asked = { askedOn: day('aanvulverzoek'), endedOn: day('aangevuld') };
    expect(decide({ receivedOn })).toBe(e10['8wk']);
    expect(suspendedDays(asked)).toBe(e10.opgeschorte_dagen);
    expect(decide({ receivedOn, suspensions: [asked] })).toBe(e10.beslis_uiterlijk);
  });

  it('gives the same ends of the objection term', () => {
    const ends = Object.entries(e10).flatMap(([key, end]) => {
      const published = /^bekendgemaakt_(\d{4}-\d{2}-\d{2})_/.exec(key)?.[1];
      return published === undefined ? [] : [{ published, end }];
    });
    expect(ends).toHaveLength(2);
    for (const { published, end } of ends) expect(objectionEnd(date(published), isHoliday)).toBe(end);
  });
});
