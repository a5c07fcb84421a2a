import { describe, expect, it } from 'vitest';
import { conflictsOf } from './conflict';

const memberIds = ['anna', 'bram', 'carla', 'daan'];
const nobody = { memberIds, applicantId: 'zoe', coApplicantIds: [], declaredIds: [] };

describe('conflicts of interest (art. 28)', () => {
  it('finds none when no member is involved', () => {
    expect(conflictsOf(nobody)).toEqual([]);
  });

  it('names applicant, co-applicant and who declared an interest, in the order of the members', () => {
    const found = conflictsOf({
      memberIds,
      applicantId: 'daan',
      coApplicantIds: ['yara', 'bram'],
      declaredIds: ['anna'],
    });
    expect(found).toEqual([
      { personId: 'anna', source: 'declared' },
      { personId: 'bram', source: 'coApplicant' },
      { personId: 'daan', source: 'applicant' },
    ]);
  });

  it('names a member once, with the weightiest source', () => {
    const found = conflictsOf({
      memberIds,
      applicantId: 'anna',
      coApplicantIds: ['anna', 'bram'],
      declaredIds: ['anna', 'bram'],
    });
    expect(found).toEqual([
      { personId: 'anna', source: 'applicant' },
      { personId: 'bram', source: 'coApplicant' },
    ]);
  });

  it('ignores a declaration by someone who is no member', () => {
    expect(conflictsOf({ ...nobody, declaredIds: ['zoe'] })).toEqual([]);
  });
});
