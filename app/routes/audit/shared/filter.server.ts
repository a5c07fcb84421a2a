import { type AuditFilter } from '#db/reads/audit/entry';
import { auditSubjectKinds, everyAuditAct } from '~/domain/audit/acts';
import { DomainError } from '~/domain/errors';
import { type CalendarDate } from '~/domain/calendar';
import { typedWithin, windows } from '~/domain/windows';

const longest = 80;

/** Reads the address of the trail. Whatever makes no sense there counts as not asked: an odd link still gives a page. */
export function filterIn(params: URLSearchParams): AuditFilter {
  const oneOf = <T extends string>(allowed: readonly T[], name: string) =>
    allowed.find((each) => each === params.get(name));
  const kind = oneOf(auditSubjectKinds, 'soort');
  return {
    who: clean(params.get('wie')),
    kind,
    subjectId: kind && /^[\w-]{1,40}$/.exec(params.get('ding') ?? '')?.[0],
    act: oneOf(everyAuditAct, 'daad'),
    from: day(params.get('van')),
    to: day(params.get('tot')),
  };
}

/** A date that was typed and cannot be read, as it was typed; else empty. */
export const oddDay = (typed: string | null): string =>
  clean(typed) !== '' && day(typed) === undefined ? clean(typed) : '';

/** What is typed, without the characters that PostgreSQL or a page cannot hold. */
const clean = (typed: string | null) =>
  (typed ?? '')
    .replace(/[\u0000-\u001f\ufffd]+/g, ' ')
    .trim()
    .slice(0, longest);

function day(typed: string | null): CalendarDate | undefined {
  if (!typed) return undefined;
  try {
    return typedWithin(windows.other, typed);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
