import { describe, expect, it } from 'vitest';
import { reportStates } from '../lifecycle/conflict-report';
import { isHeard, isOpenReport, judgesOf, reportState, stands } from './conflict-report';

describe('how a report stands', () => {
  it.each([
    [null, null, 'reported', true, false],
    ['accepted', null, 'accepted', false, true],
    ['denied', null, 'denied', true, false],
    ['denied', 'sustained', 'sustained', false, true],
    ['denied', 'dismissed', 'dismissed', false, false],
    [null, 'sustained', 'sustained', false, true],
    [null, 'dismissed', 'dismissed', false, false],
  ] as const)('answer %s, ruling %s: %s', (answer, ruling, state, open, standing) => {
    const report = { answer, ruling };
    expect(reportState(report)).toBe(state);
    expect([isOpenReport(report), stands(report)]).toEqual([open, standing]);
  });

  it('is never open and standing at once', () => {
    for (const answer of [null, 'accepted', 'denied'] as const)
      for (const ruling of [null, 'sustained', 'dismissed'] as const) {
        expect(isOpenReport({ answer, ruling }) && stands({ answer, ruling })).toBe(false);
        expect(reportStates).toContain(reportState({ answer, ruling }));
      }
  });
});

describe('whether the member was heard', () => {
  const reportedAt = new Date('2026-06-01T10:00:00Z');
  const after = (minutes: number) => new Date(reportedAt.getTime() + minutes * 60_000);

  it('by a denial, at once and outside the meeting too', () => {
    expect(isHeard({ answer: 'denied', reportedAt, meetingOpen: false }, reportedAt)).toBe(true);
  });

  it.each([
    [false, 0, false],
    [false, 10_000, false],
    [true, 0, false],
    [true, 9.99, false],
    [true, 10, true],
    [true, 10_000, true],
  ])('without an answer, meeting open %s, after %s minutes: %s', (meetingOpen, minutes, heard) => {
    expect(isHeard({ answer: null, reportedAt, meetingOpen }, after(minutes))).toBe(heard);
  });
});

describe('who rules', () => {
  const chair = { personId: 'chair', duty: 'chair', voting: true } as const;
  const secretary = { personId: 'secretary', duty: 'secretary', voting: false } as const;
  const [ann, bob, carl] = (['ann', 'bob', 'carl'] as const).map((personId) => ({
    personId,
    duty: 'member' as const,
    voting: true,
  }));
  const guest = { personId: 'guest', duty: 'member', voting: false } as const;
  const vacant = { personId: null, duty: null, voting: true };
  const full = [chair, secretary, ann, bob, carl, guest, vacant].filter((seat) => seat !== undefined);

  it.each([
    ['the chair', full, ['ann', 'bob'], ['chair']],
    ['the secretary, when the chair reported', full, ['chair', 'bob'], ['secretary']],
    ['the secretary, when the chair was reported', full, ['ann', 'chair'], ['secretary']],
    ['any other member, when both are in it', full, ['secretary', 'chair'], ['ann', 'bob', 'carl']],
    ['the chair, when the secretary is in it', full, ['secretary', 'ann'], ['chair']],
    ['the secretary of a council without a chair', full.slice(1), ['ann', 'bob'], ['secretary']],
    ['a member of a council without a desk', full.slice(2), ['ann', 'bob'], ['carl']],
    [
      'the secretary, when the seat of the chair is vacant',
      [{ ...vacant, duty: 'chair' as const }, ...full.slice(1)],
      [],
      ['secretary'],
    ],
    ['nobody, when all are in it', full.slice(0, 2), ['chair', 'secretary'], []],
    ['nobody in an empty council', [vacant], ['ann'], []],
  ])('%s', (_who, seats, parties, judges) => {
    expect(judgesOf(seats, parties)).toEqual(judges);
  });

  it('never a party, whoever reports whom', () => {
    const everybody = full.filter(({ voting }) => voting).flatMap(({ personId }) => personId ?? []);
    for (const reporter of everybody)
      for (const reported of everybody) {
        const judges = judgesOf(full, [reporter, reported]);
        expect(judges).not.toContain(reporter);
        expect(judges).not.toContain(reported);
        expect(judges.length).toBeGreaterThan(0);
      }
  });
});
