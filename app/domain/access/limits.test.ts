import { describe, expect, test } from 'vitest';
import { addsSomething, budgetsOf, limitedActs, limits } from './limits';
import { acts, mayEver } from './policy';
import { type Actor, visitor } from './roles';

const resident: Actor = { ...visitor, personId: 'p', homeAreaId: 'a', assurance: 'code' };

describe('how often one account may do what', () => {
  test('every act is in the table', () => {
    expect(Object.keys(limits)).toEqual(acts);
  });

  test('what a resident does without any role is limited, read only, or signing in', () => {
    const free = acts.filter((act) => mayEver(resident, act).allow && limits[act] === 'desk');
    expect(free).toEqual([]);
  });

  test('what is called the work of a desk needs a role', () => {
    const desk = acts.filter((act) => limits[act] === 'desk');
    expect(desk.length).toBeGreaterThan(15);
    expect(desk.filter((act) => mayEver(resident, act).allow)).toEqual([]);
  });

  test('a day holds more than an hour, and less than a day of hours', () => {
    for (const act of limitedActs) {
      const [hour, day] = budgetsOf(act);
      expect(hour).toMatchObject({ minutes: 60 });
      if (!day || !hour) continue;
      expect(day.minutes).toBe(1440);
      expect(day.most).toBeGreaterThan(hour.most);
      expect(day.most).toBeLessThan(hour.most * 24);
    }
  });

  test('a reaction: thirty an hour and a hundred a day', () => {
    expect(budgetsOf('comment.write')).toEqual([
      { most: 30, minutes: 60 },
      { most: 100, minutes: 1440 },
    ]);
  });

  test('what has no limit spends nothing', () => {
    expect(budgetsOf('council.vote')).toEqual([]);
    expect(addsSomething('council.vote')).toBe(false);
  });

  test('the same content again is the same only where each time makes something new', () => {
    expect(acts.filter(addsSomething)).toEqual(['initiative.create', 'comment.write', 'meeting.plan']);
  });
});
