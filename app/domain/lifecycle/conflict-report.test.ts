import { describe, expect, it } from 'vitest';
import { expectLifecycle } from '../../../tests/support/lifecycle';
import {
  openReportStates,
  reportActs,
  reportLifecycle,
  reportStates,
  standingReportStates,
} from './conflict-report';

const judge = 'chair secretary member';

describe('the life of a report of an interest (decisions/0012)', () => {
  it('equals this table in every cell of states × acts × roles', () => {
    expectLifecycle(reportLifecycle, 'reported', reportStates, reportActs, {
      reported: {
        accept: ['accepted', 'member'],
        deny: ['denied', 'member'],
        sustain: ['sustained', judge],
        dismiss: ['dismissed', judge],
      },
      denied: { sustain: ['sustained', judge], dismiss: ['dismissed', judge] },
      accepted: {},
      sustained: {},
      dismissed: {},
    });
  });

  it('is open exactly as long as something can still be said', () => {
    const moving = reportStates.filter((state) => reportLifecycle.some(({ from }) => from === state));
    expect(openReportStates).toEqual(moving);
  });

  it('ends with an interest that stands, or without one', () => {
    const ended = reportStates.filter((state) => !openReportStates.includes(state));
    expect(ended).toEqual(['accepted', 'sustained', 'dismissed']);
    expect(standingReportStates).toEqual(['accepted', 'sustained']);
  });
});
