import { DomainError } from '~/domain/errors';
import { assertTerms, type SchemeTerms } from '~/domain/initiative/scheme';
import { type Visit } from '~/http/visit.server';
import { partNames, type RulePart, ruleParts } from '../shared/scheme-parts';

/** The part in the address; throws 'notFound' for anything else. */
export function partIn({ params }: Visit): RulePart {
  const part = partNames.find((each) => each === params.deel);
  if (!part) throw new DomainError('notFound');
  return part;
}

/** Throws what is wrong with these rules at a field of this part; what is wrong elsewhere is told on the page before. */
export function assertPart(terms: SchemeTerms, part: RulePart): void {
  try {
    assertTerms(terms);
  } catch (error) {
    const own: readonly string[] = ruleParts[part];
    if (error instanceof DomainError && own.includes(error.field ?? '')) throw error;
  }
}
