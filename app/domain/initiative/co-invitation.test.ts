import { describe, expect, test } from 'vitest';
import { type InitiativeState, initiativeStates } from '../lifecycle/initiative';
import { type CoAnswer, coInvitationState, joinableStates, mayJoin } from './co-invitation';

const expiresAt = new Date('2026-12-28T10:00:00Z');
const before = new Date(expiresAt.getTime() - 1);
const asked = (answer: CoAnswer | null, initiativeState: InitiativeState = 'draft') => ({
  answer,
  expiresAt,
  initiativeState,
});

describe('an invitation', () => {
  test('waits until its last moment, while one can still join', () => {
    expect(coInvitationState(asked(null), before)).toBe('waiting');
    expect(coInvitationState(asked(null), expiresAt)).toBe('over');
  });

  test.each(initiativeStates)('in an initiative that is %s', (state) => {
    const open = joinableStates.includes(state);
    expect(coInvitationState(asked(null, state), before)).toBe(open ? 'waiting' : 'over');
    expect(mayJoin(asked(null, state), before)).toBe(open);
    expect(mayJoin(asked('refused', state), before)).toBe(open);
  });

  test('stays what was answered, also afterwards', () => {
    expect(coInvitationState(asked('accepted', 'submitted'), expiresAt)).toBe('accepted');
    expect(coInvitationState(asked('refused', 'withdrawn'), expiresAt)).toBe('refused');
  });

  test('can be accepted once, and after a no as long as it is open', () => {
    expect(mayJoin(asked(null), before)).toBe(true);
    expect(mayJoin(asked('refused'), before)).toBe(true);
    expect(mayJoin(asked('accepted'), before)).toBe(false);
    expect(mayJoin(asked('refused'), expiresAt)).toBe(false);
  });
});
