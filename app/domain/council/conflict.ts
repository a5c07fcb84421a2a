export type ConflictSource = 'applicant' | 'coApplicant' | 'declared' | 'reported';

export interface Conflict {
  personId: string;
  source: ConflictSource;
}

export interface ConflictInput {
  /** Sitting members of the body that decides. */
  memberIds: readonly string[];
  applicantId: string;
  coApplicantIds: readonly string[];
  /** Members who declared an interest themselves. */
  declaredIds: readonly string[];
  /** Members of whom a report stands: they accepted it, or it was ruled so. */
  reportedIds: readonly string[];
}

/**
 * Which members may not vote on an item, and why; each member once, in the order of `memberIds`, with the
 * weightiest source. Art. 28 Gemeentewet, domain.md §3.2.
 */
export function conflictsOf(input: ConflictInput): Conflict[] {
  return input.memberIds.flatMap((personId) => {
    const source = sourceOf(personId, input);
    return source === null ? [] : [{ personId, source }];
  });
}

function sourceOf(personId: string, input: ConflictInput): ConflictSource | null {
  if (personId === input.applicantId) return 'applicant';
  if (input.coApplicantIds.includes(personId)) return 'coApplicant';
  if (input.declaredIds.includes(personId)) return 'declared';
  return input.reportedIds.includes(personId) ? 'reported' : null;
}
