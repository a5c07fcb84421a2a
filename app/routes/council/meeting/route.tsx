import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type z } from 'zod';
import { MeetingTime } from '~/ui/meeting-time';
import { meetingTone } from '~/routes/council/shared/meeting-list';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { StatusLine } from '~/ui/status-line';
import { meetingForm } from './form.server';
import { councilOf, meetingOf } from '~/routes/council/shared/council.server';
import { act, page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { recordAttendance } from '~/usecases/council/record-attendance.server';
import { meetingView } from './view.server';
import { errorsIn } from '~/ui/form-errors';
import { Agenda, AddItem, AskedOfMe, Attendance, OpenedOtherDay } from './parts';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.desk', write: 'agenda.manage' } };

export const loader = page('council.desk', meetingView);

export const action = act('agenda.manage', meetingForm, async (visit, typed) => {
  const council = await councilOf(visit, 'agenda.manage');
  const meeting = await meetingOf(visit, council);
  const form = await typed();
  await perform(visit, meeting.id, form);
  const saved = form.intent === 'attendance' ? '?opgeslagen#aanwezig' : '';
  return redirect(`${paths.council.meeting(council.slug, meeting.id)}${saved}`, 303);
});

type MeetingAct = z.output<typeof meetingForm>;

/** One use case per button of the page. */
async function perform({ context }: Visit, meetingId: string, form: MeetingAct): Promise<unknown> {
  switch (form.intent) {
    case 'attendance':
      return recordAttendance(context, { meetingId, membershipIds: form.member });
    case 'open':
      return openMeeting(context, meetingId, form.reason);
    case 'close':
      return closeMeeting(context, meetingId);
    case 'add':
      return addAgendaItem(context, {
        meetingId,
        initiativeNumber: form.number,
        proposedCents: form.proposed,
      });
  }
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Meeting() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { council, meeting, manages, successor } = view;
  const reply = useActionData<typeof action>();
  const base = paths.council.desk(council.slug);
  const running = meeting.state === 'planned' || meeting.state === 'opened';
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.council.councils, label: t('council.mine.title') },
          { href: base, label: council.name },
        ]}
        current={t('council.meeting.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>
          {t('council.meeting.title')} <MeetingTime at={meeting.startsAt} />
        </Heading>
        <p className="wk-intro">{meeting.place}</p>
        <StatusLine
          tone={meetingTone[meeting.state]}
          status={t(`council.meeting.state.${meeting.state}`)}
          next={t(`council.meeting.next.${meeting.state}`)}
        />
        {meeting.reconvenes ? <p>{t('council.meeting.repeats')}</p> : null}
        <OpenedOtherDay {...view} />
        {successor ? (
          <p>
            <Link href={paths.council.meeting(council.slug, successor)}>
              {t('council.meeting.successor')}
            </Link>
          </p>
        ) : null}
      </div>
      {running ? <AskedOfMe {...view} /> : null}
      <ErrorSummary errors={errorsIn(reply?.result)} />
      <div className="wk-desk">
        <div className="wk-desk__work wk-sections">
          <Agenda {...view} />
          {manages && meeting.state === 'planned' && !meeting.reconvenes ? (
            <AddItem {...view} result={reply?.result} />
          ) : null}
        </div>
        <div className="wk-desk__facts">
          <Attendance result={reply?.result} view={view} />
        </div>
      </div>
      {manages && running && meeting.state === 'opened' ? <Close /> : null}
    </div>
  );
}

function Close() {
  const { t } = useTranslation();
  return (
    <Form className="wk-stack wk-no-print">
      <p className="wk-soft">{t('council.meeting.closeHelp')}</p>
      <Button look="secondary" name="intent" value="close">
        {t('council.meeting.close')}
      </Button>
    </Form>
  );
}
