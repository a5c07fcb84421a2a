import { describe, expect, it } from 'vitest';
import { expectLifecycle } from '../../../tests/support/lifecycle';
import { transition } from './machine';
import { meetingActs, meetingLifecycle, meetingStates } from './meeting';

describe('the life of a meeting', () => {
  it('equals this table in every cell of states × acts × roles', () => {
    expectLifecycle(meetingLifecycle, 'planned', meetingStates, meetingActs, {
      planned: { open: ['opened', 'chair secretary'], fail: ['failed', 'chair secretary'] },
      opened: { close: ['closed', 'chair secretary'] },
      closed: {},
      failed: {},
    });
  });

  it('fails for want of a quorum', () => {
    expect(transition(meetingLifecycle, 'planned', 'fail').marker).toBe('noQuorum');
  });
});
