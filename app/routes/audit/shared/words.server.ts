import { type AuditRow } from '#db/reads/audit/entry';
import { type NamedSubject } from '#db/reads/audit/subject';
import { type Act, mayEver } from '~/domain/access/policy';
import { type Role, roles } from '~/domain/access/roles';
import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { calendarDate } from '~/domain/calendar';
import { formatDate } from '~/domain/date-format';
import { queueTasks } from '~/http/queue-tasks';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

type Page = { read: Act; path: (...address: [string, string, string]) => string };

/** Where one sees what an act was done to; a kind of thing without a page is absent. */
const pages: Partial<Record<AuditSubjectKind, Page>> = {
  gemeente: { read: 'gemeente.manage', path: () => paths.site.gemeente },
  area: { read: 'site.read', path: paths.area.wijk },
  round: { read: 'site.read', path: paths.voting.round },
  person: { read: 'people.manage', path: paths.people.onRoster },
  initiative: { read: 'site.read', path: paths.initiative.show },
  comment: { read: 'site.read', path: paths.initiative.show },
  body: { read: 'council.desk', path: paths.council.desk },
  meeting: { read: 'council.desk', path: paths.council.meeting },
  agendaItem: { read: 'council.desk', path: paths.council.item },
  decision: { read: 'site.read', path: paths.council.decision },
  source: { read: 'money.readAll', path: paths.sources.show },
  journalEntry: {
    read: 'site.read',
    path: (slug, year, number) =>
      `${paths.ledger.postings(slug)}?jaar=${year}&boeking=${number}#boeking-${number}`,
  },
  paymentBatch: { read: 'batch.read', path: paths.payments.batch },
  bankStatement: { read: 'statement.read', path: paths.payments.statement },
  moneyTask: { read: 'statement.read', path: paths.money.task },
  period: { read: 'money.closeYear', path: paths.yearEnd.show },
  scheme: { read: 'scheme.manage', path: paths.initiative.scheme },
  schemeVersion: { read: 'scheme.manage', path: paths.initiative.scheme },
};

/** What was done, as it stands behind a name: "gaf een rol". */
export const didWhat = ({ t }: Pick<Visit, 't'>, act: AuditAct) => t(`audit.act.${act}`);

/** Who did it: the name, or who it can have been. */
export function whoDid({ t }: Pick<Visit, 't'>, { act, actor }: Pick<AuditRow, 'act' | 'actor'>): string {
  if (actor.id !== null) return actor.name ?? t('audit.who.nameless');
  return t(act === 'coApplicant.refuse' ? 'audit.who.invited' : 'audit.who.nobody');
}

/** "Initiatief: Buurtmoestuin", and where one sees it, if the visitor may. */
export function inWords(visit: Visit, kind: AuditSubjectKind, subject: NamedSubject | null) {
  const { t, locale, context } = visit;
  if (!subject) return { label: t('audit.gone', { kind: t(`audit.kind.${kind}`) }), href: null };
  const { name, on, address } = subject;
  const parts = [name || t('audit.nameless'), on && formatDate(on, locale)].filter(Boolean);
  const page = pages[kind];
  const [one = '', two = '', three = ''] = address ?? [];
  const mayRead = page && address && mayEver(context.actor, page.read).allow;
  return {
    label: t('audit.subject', { kind: t(`audit.kind.${kind}`), name: parts.join(', ') }),
    href: mayRead ? page.path(one, two, three) : null,
  };
}

const ways = ['code', 'strong', 'demo', 'password'] as const;

/** Why or how it was done; what is kept as a word of the code is said in words. */
export function whyOf(visit: Visit, { act, reason }: Pick<AuditRow, 'act' | 'reason'>): string {
  const { t } = visit;
  if (reason === null) return '';
  if (act.startsWith('role.')) return roleInWords(visit, reason);
  if (act === 'session.open' || act === 'person.update') {
    const way = ways.find((each) => each === reason);
    return way ? t(`audit.way.${way}`) : reason;
  }
  const task = act === 'job.retry' ? queueTasks.find((each) => each === reason) : undefined;
  return task ? t(`health.task.${task}`) : reason;
}

/** A role, and where it stands behind it the day from which it was given or ended. */
function roleInWords({ t, locale }: Visit, reason: string): string {
  const [, name, day] = /^(\w+)(?: (\d{4}-\d{2}-\d{2}))?$/.exec(reason) ?? [];
  const role = roles.find((each): each is Role => each === name);
  if (!role) return reason;
  const word = t(`access.role.${role}`);
  return day ? t('audit.roleFrom', { role: word, date: formatDate(calendarDate(day), locale) }) : word;
}
