import { useTranslation } from 'react-i18next';
import { type Waiting } from '#db/reads/council/agenda';
import { AgendaList } from './agenda-list';
import { AttendanceList } from './attendance-list';
import { QuorumSentence } from './quorum-sentence';
import { Alert } from '~/ui/alert';
import { Button, ButtonLink } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { formatDate } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { MoneyField, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { calendarDateIn } from '~/domain/calendar';
import { mostItems } from '~/domain/council/agenda';
import { formatEuros } from '~/domain/money/format';
import { errorAt, typedAt, type Result } from '~/ui/form-errors';
import { type MeetingView } from './view.server';
import { paths } from '~/paths';

export function Agenda({ items, meeting, council, manages }: MeetingView) {
  const { t } = useTranslation();
  const over = meeting.state === 'closed' || meeting.state === 'failed';
  const next = items.find((item) => item.outcome === null && item.state === 'onAgenda');
  const started = items.some((item) => item.outcome !== null || item.votes > 0);
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.meeting.agenda')}</Heading>
      {items.length > 0 ? (
        <AgendaList items={items} at={[council.slug, meeting.id]} over={over} />
      ) : (
        <EmptyState level={3} title={t('council.meeting.agendaNone')}>
          {t(manages ? 'council.meeting.agendaNoneHelp' : 'council.meeting.agendaNoneRead')}
        </EmptyState>
      )}
      {meeting.state === 'opened' && next ? (
        <p>
          <ButtonLink href={paths.council.item(council.slug, meeting.id, next.id)}>
            {t(started ? 'council.meeting.resume' : 'council.meeting.start', { n: next.position })}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

/** Tells a member that somebody reported them, and where to answer. */
export function AskedOfMe({ asked, council, meeting }: MeetingView) {
  const { t } = useTranslation();
  return asked.map(({ id, itemId, position }) => (
    <Alert key={id} tone="waiting">
      <p>{t('council.report.waits.meeting', { n: position })}</p>
      <p>
        <Link href={paths.council.reportAnswer(council.slug, meeting.id, itemId, id)}>
          {t('council.report.waits.toAnswer')}
        </Link>
      </p>
    </Alert>
  ));
}

/** Chooses from what waits; one form, so that the errors have one place. */
export function AddItem({
  result,
  waiting,
  items,
  agendaUntil,
  agendaOpen,
}: Pick<MeetingView, 'waiting' | 'items' | 'agendaUntil' | 'agendaOpen'> & { result: Result }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!waiting) return null;
  const help = (item: Waiting) => {
    const amount = formatEuros(item.requestedCents, locale);
    const asks = t('council.meeting.addAsk', { area: item.areaName, amount });
    if (!item.decideBy) return asks;
    return `${asks}, ${t('council.meeting.addDeadline', { date: formatDate(item.decideBy, locale) })}`;
  };
  return (
    <section className="wk-stack wk-no-print" id="toevoegen">
      <Heading level={2}>{t('council.meeting.add')}</Heading>
      <p>
        {t(agendaOpen ? 'council.meeting.addUntil' : 'council.meeting.addOver', {
          date: formatDate(agendaUntil, locale),
        })}
      </p>
      {!agendaOpen ? null : items.length >= mostItems ? (
        <p>{t('council.meeting.addFull', { max: mostItems })}</p>
      ) : waiting.total === 0 ? (
        <p>{t('council.meeting.addNone')}</p>
      ) : (
        <Form noValidate>
          <input type="hidden" name="intent" value="add" />
          <RadioGroup
            name="number"
            required
            label={t('council.meeting.addWhich')}
            error={errorAt(result, 'number')}
            defaultValue={typedAt(result, 'number')}
            options={waiting.rows.map((item) => ({
              value: String(item.number),
              label: item.title,
              help: help(item),
            }))}
          />
          <Pagination list={waiting} what={t('council.meeting.addWhich')} anchor="toevoegen" />
          <MoneyField
            name="proposed"
            label={t('council.meeting.addAmount')}
            help={t('council.meeting.addAmountHelp')}
            error={errorAt(result, 'proposed')}
            defaultValue={typedAt(result, 'proposed')}
          />
          <div>
            <Button look="secondary">{t('council.meeting.addSubmit')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

export function Attendance({ result, view }: { result: Result; view: MeetingView }) {
  const { t } = useTranslation();
  const { meeting, manages, quorum, sitting, saved, seats, present } = view;
  const there = seats.filter(({ membershipId }) => present.includes(membershipId ?? ''));
  const names = there
    .map(({ name, voting }) => (voting ? name : `${name} (${t('council.desk.noVote')})`))
    .join(', ');
  const running = meeting.state === 'planned' || meeting.state === 'opened';
  return (
    <section className="wk-stack" id="aanwezig">
      <Heading level={2}>
        {t(running ? 'council.meeting.attendance' : 'council.meeting.attendancePast')}
      </Heading>
      <QuorumSentence
        quorum={quorum}
        sitting={sitting}
        repeats={meeting.reconvenes !== null}
        past={!running}
      />
      {names && meeting.state !== 'planned' ? <p>{names}</p> : null}
      {manages && running ? <AttendanceForm {...view} /> : null}
      {saved ? (
        <p role="status" className="wk-soft">
          {t('council.meeting.saved')}
        </p>
      ) : null}
      {manages && meeting.state === 'planned' ? <Opening result={result} view={view} /> : null}
    </section>
  );
}

/** Before the opening everybody can be ticked; after it only who was not there yet. */
function AttendanceForm({ meeting, seats, present, quorum }: MeetingView) {
  const { t } = useTranslation();
  const opened = meeting.state === 'opened';
  const absent = seats.filter(({ membershipId }) => !present.includes(membershipId ?? ''));
  if (opened && absent.length === 0) return null;
  return (
    <Form className="wk-stack wk-no-print" preventScrollReset>
      <p className="wk-soft">
        {t(opened ? 'council.meeting.attendanceLate' : 'council.meeting.attendanceHelp')}
      </p>
      <AttendanceList key={present.join()} seats={opened ? absent : seats} present={present} />
      <Button look={opened || quorum.met ? 'secondary' : 'primary'} name="intent" value="attendance">
        {t('council.meeting.attendanceSubmit')}
      </Button>
    </Form>
  );
}

/** Opens when enough members are there; when the hour has come without them, the meeting is called anew. */
function Opening({ result, view }: { result: Result; view: MeetingView }) {
  const { t } = useTranslation();
  const { meeting, council, quorum, due, itsDay } = view;
  if (quorum.met && !itsDay) return <OpeningOtherDay result={result} meeting={meeting} />;
  if (quorum.met) {
    return (
      <Form>
        <Button name="intent" value="open">
          {t('council.meeting.open')}
        </Button>
      </Form>
    );
  }
  if (!due) return null;
  return (
    <div className="wk-stack">
      <p>{t('council.meeting.againHelp')}</p>
      <p>
        <ButtonLink look="secondary" href={`${paths.council.plan(council.slug)}?opnieuw=${meeting.id}`}>
          {t('council.meeting.again')}
        </ButtonLink>
      </p>
    </div>
  );
}

/** On another day than it was called for a meeting opens only with a reason. */
function OpeningOtherDay({ result, meeting }: Pick<MeetingView, 'meeting'> & { result: Result }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Form noValidate className="wk-stack wk-no-print">
      <p>{t('council.meeting.openOther', { date: formatDate(calendarDateIn(meeting.startsAt), locale) })}</p>
      <TextArea
        name="reason"
        required
        label={t('council.meeting.openReason')}
        error={errorAt(result, 'reason')}
        defaultValue={typedAt(result, 'reason')}
        rows={3}
      />
      <div>
        <Button look="secondary" name="intent" value="open">
          {t('council.meeting.openToday')}
        </Button>
      </div>
    </Form>
  );
}

/** Says so when a meeting was opened on another day than it was called for, and why. */
export function OpenedOtherDay({ meeting }: Pick<MeetingView, 'meeting'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { openedAt, openingReason } = meeting;
  if (!openedAt || !openingReason) return null;
  return (
    <div>
      <p>{t('council.meeting.openedOther', { date: formatDate(calendarDateIn(openedAt), locale) })}</p>
      <p>{t('council.meeting.openedBecause', { reason: openingReason })}</p>
    </div>
  );
}
