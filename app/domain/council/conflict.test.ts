import { describe, expect, it } from 'vitest';
import { conflictsOf } from './conflict';

const memberIds = ['anna', 'bram', 'carla', 'daan'];
const nobody = { memberIds, applicantId: 'zoe', coApplicantIds: [], declaredIds: [], reportedIds: [] };

describe('conflicts of interest (art. 28)', () => {
  it('finds none when no member is involved', () => {
    expect(conflictsOf(nobody)).toEqual([]);
  });

  it('names applicant, co-applicant and who declared an interest or was reported, in the order of the members', () => {
    const found = conflictsOf({
      memberIds,
      applicantId: 'daan',
      coApplicantIds: ['yara', 'bram'],
      declaredIds: ['anna'],
      reportedIds: ['carla'],
    });
    expect(found).toEqual([
      { personId: 'anna', source: 'declared' },
      { personId: 'bram', source: 'coApplicant' },
      { personId: 'carla', source: 'reported' },
      { personId: 'daan', source: 'applicant' },
    ]);
  });

  it('names a member once, with the weightiest source', () => {
    const found = conflictsOf({
      memberIds,
      applicantId: 'anna',
      coApplicantIds: ['anna', 'bram'],
      declaredIds: ['anna', 'bram', 'carla'],
      reportedIds: ['anna', 'bram', 'carla'],
    });
    expect(found).toEqual([
      { personId: 'anna', source: 'applicant' },
      { personId: 'bram', source: 'coApplicant' },
      { personId: 'carla', source: 'declared' },
    ]);
  });

  it('ignores a declaration by someone who is no member, and a report of one', () => {
    expect(conflictsOf({ ...nobody, declaredIds: ['zoe'], reportedIds: ['yara'] })).toEqual([]);
  });
});
