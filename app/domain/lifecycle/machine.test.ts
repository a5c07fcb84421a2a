import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { type Lifecycle, next, statesBefore, transition } from './machine';

const door: Lifecycle<'open' | 'shut' | 'locked', 'shut' | 'lock' | 'open'> = [
  { from: 'open', act: 'shut', to: 'shut', who: ['visitor'] },
  { from: 'shut', act: 'lock', to: 'locked', who: ['admin', 'applicant'] },
  { from: 'shut', act: 'open', to: 'open', who: ['visitor'] },
  { from: 'locked', act: 'open', to: 'open', who: ['admin'] },
];

describe('a lifecycle table', () => {
  it('gives the next state', () => {
    expect(next(door, 'shut', 'lock')).toBe('locked');
    expect(next(door, 'locked', 'open')).toBe('open');
  });

  it('gives the whole edge', () => {
    expect(transition(door, 'open', 'shut')).toBe(door[0]);
  });

  it('refuses an act that the state does not have, and says which', () => {
    let refusal: unknown;
    try {
      next(door, 'open', 'lock');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'transitionRefused', detail: { from: 'open', act: 'lock' } });
  });

  it('lists the states before an act', () => {
    expect(statesBefore(door, 'open')).toEqual(['shut', 'locked']);
  });
});
