import { type AuditFilter, type AuditRow } from '#db/reads/audit/entry';
import { namedSubjects, subjectKey } from '#db/reads/audit/subject';
import { auditSubjectKinds, everyAuditAct } from '~/domain/audit/acts';
import { formatDayAndTime } from '~/http/moment.server';
import { type Visit } from '~/http/visit.server';
import { didWhat, inWords, whoDid, whyOf } from '../shared/words.server';

/** What is looked for, as the address says it: empty where nothing is. */
export const askedIn = ({ who, kind, subjectId, act, from, to }: AuditFilter) => ({
  who: who ?? '',
  kind: kind ?? ('' as const),
  subjectId: subjectId ?? '',
  act: act ?? ('' as const),
  from: from ?? ('' as const),
  to: to ?? ('' as const),
});

/** What one can choose from, each list in the order of its words. */
export function choices(visit: Visit) {
  const { t, locale } = visit;
  const listed = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values
      .map((value) => ({ value, label: capital(label(value)) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  return {
    kinds: listed(auditSubjectKinds, (kind) => t(`audit.kind.${kind}`)),
    acts: listed(everyAuditAct, (act) => didWhat(visit, act)),
  };
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What the one thing is called that is looked for; null when it is not about one. */
export async function oneSubject(visit: Visit, { kind, subjectId }: AuditFilter): Promise<string | null> {
  if (!kind || !subjectId) return null;
  const subject = { kind, id: subjectId };
  const named = await namedSubjects(visit.context.db, [subject]);
  return inWords(visit, kind, named.get(subjectKey(subject)) ?? null).label;
}

/** One act as the page tells it. */
export function rowInWords(visit: Visit, row: AuditRow) {
  const { seq, at, kind, subjectId, act } = row;
  return {
    id: String(seq),
    when: formatDayAndTime(at, visit),
    said: visit.t('audit.sentence', { who: whoDid(visit, row), did: didWhat(visit, act) }),
    why: whyOf(visit, row),
    subject: { kind, id: subjectId, ...inWords(visit, kind, row.subject) },
  };
}
