import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rulesOn } from '#db/reads/council/administration';
import { meetingById } from '#db/reads/council/meeting';
import { Breadcrumb } from '~/ui/breadcrumb';
import { DateField, TextField } from '~/ui/field';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { addDays } from '~/domain/calendar';
import { instantAt } from '~/domain/council/wall-clock';
import { DomainError } from '~/domain/errors';
import { planMeetingForm } from './form.server';
import { councilOf } from '~/routes/council/shared/council.server';
import { idIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'meeting.plan', write: 'meeting.plan' } };

export const loader = page('meeting.plan', async (visit) => {
  const council = await councilOf(visit, 'meeting.plan');
  const again = visit.url.searchParams.get('opnieuw');
  const failed = again === null ? undefined : await meetingById(visit.context.db, idIn(again));
  if (again !== null && failed?.bodyId !== council.id) throw new DomainError('notFound');
  const heading = visit.t(failed ? 'council.plan.again' : 'council.plan.title');
  const { db, today } = visit.context;
  const days = failed ? 0 : ((await rulesOn(db, council.id, today))?.noticeDays ?? 0);
  return {
    ...{ title: heading, heading, council, again, place: failed?.place },
    notice: days > 0 ? { count: days, firstDay: addDays(today, days) } : null,
  };
});

export const action = act('meeting.plan', planMeetingForm, async (visit, typed) => {
  const council = await councilOf(visit, 'meeting.plan');
  const { date, time, place, reconvenes } = await typed();
  const startsAt = instantAt(date, time);
  const { id } = await planMeeting(visit.context, { bodyId: council.id, startsAt, place, reconvenes });
  return redirect(paths.council.meeting(council.slug, id), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Plan() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { council, heading, again, place, notice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.council.desk(council.slug), label: council.name }]}
        current={heading}
      />
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t(again ? 'council.plan.againHelp' : 'council.plan.intro')}</p>
      </div>
      <ShortForm result={reply?.result} submit={t('council.plan.submit')} defaultValue={{ place }}>
        {(field) => (
          <>
            <DateField
              {...field('date', t('council.plan.date'))}
              help={
                notice
                  ? t('council.plan.notice', { ...notice, firstDay: formatDate(notice.firstDay, locale) })
                  : undefined
              }
            />
            <TextField
              {...field('time', t('council.plan.time'))}
              help={t('council.plan.timeHelp')}
              width="short"
            />
            <TextField {...field('place', t('council.plan.place'))} help={t('council.plan.placeHelp')} />
            {again ? <input type="hidden" name="reconvenes" value={again} /> : null}
          </>
        )}
      </ShortForm>
    </div>
  );
}
