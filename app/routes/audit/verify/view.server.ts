import { lastCheck } from '#db/reads/audit/check';
import { namedSubjects, subjectKey } from '#db/reads/audit/subject';
import { formatDayAndTime } from '~/http/moment.server';
import { type Visit } from '~/http/visit.server';
import { inWords } from '../shared/words.server';

/** The last look at the chains, and where the first one is broken; null when nobody ever looked. */
export async function lastLook(visit: Visit) {
  const found = await lastCheck(visit.context.db, 'chain');
  if (!found) return null;
  const { endedAt, checks, entries, violations, found: broken } = found.result;
  const [first] = broken;
  return {
    when: formatDayAndTime(endedAt, visit),
    ...{ journals: checks, entries: entries ?? 0, violations },
    first: first ? await placeOf(visit, first.subject) : null,
  };
}

/** The entry where a chain is broken; a journal of which the end is missing has none. */
async function placeOf(visit: Visit, id: string) {
  const subject = { kind: 'journalEntry', id } as const;
  const named = (await namedSubjects(visit.context.db, [subject])).get(subjectKey(subject));
  return named
    ? inWords(visit, subject.kind, named)
    : { label: visit.t('audit.verify.endMissing'), href: null };
}
