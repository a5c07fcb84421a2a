import { getFormProps, useForm } from '@conform-to/react';
import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type z } from 'zod';
import { runningYearEnd } from '#db/reads/yearEnd/result';
import { BigFigures } from '~/ui/big-figures';
import { OpenCommitments, OpenReceivables } from './open';
import { ReservationTable, YearEndMoney } from '~/routes/yearEnd/shared/tables';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { StatusLine } from '~/ui/status-line';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { yearEndForm } from './form.server';
import { confirmYearEnd } from '~/usecases/yearEnd/confirm-year-end.server';
import { prepareYearEnd } from '~/usecases/yearEnd/prepare-year-end.server';
import { withdrawYearEnd } from '~/usecases/yearEnd/withdraw-year-end.server';
import { type Visit } from '~/http/visit.server';
import { yearEndOf, yearIn } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.closeYear', write: 'money.closeYear' } };

export const loader = page('money.closeYear', async (visit) => {
  const found = await yearEndOf(visit);
  const { year } = found;
  const heading = visit.t('yearEnd.title', { year });
  const running = await runningYearEnd(visit.context.db, year);
  return { title: heading, heading, running, ...found };
});

export const action = act('money.closeYear', yearEndForm, async (visit, typed) =>
  redirect(await perform(visit.context, yearIn(visit), await typed()), 303),
);

/** One use case per button of the page; answers where one goes then. */
async function perform(
  context: Visit['context'],
  year: number,
  form: z.output<typeof yearEndForm>,
): Promise<string> {
  switch (form.intent) {
    case 'prepare':
      await prepareYearEnd(context, { year, previewHash: form.previewHash });
      return paths.yearEnd.show(year);
    case 'book':
      return paths.money.task(await confirmYearEnd(context, { year, previewHash: form.previewHash }));
    case 'withdraw':
      await withdrawYearEnd(context, year);
      return paths.yearEnd.show(year);
  }
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function YearEnd() {
  const { t } = useTranslation();
  const { heading, year, stage, commitments, receivables } = useLoaderData<typeof loader>();
  const planning = stage === 'open' || stage === 'notOver';
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]} current={heading} />
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        {stage === 'open' ? <p className="wk-intro">{t('yearEnd.intro', { year })}</p> : <Standing />}
        {stage === 'open' ? <Ready /> : null}
      </div>
      <OpenReceivables rows={receivables} />
      {planning ? <Plan /> : <Result />}
      <OpenCommitments {...commitments} />
      {stage === 'open' ? <Next /> : null}
    </div>
  );
}

/** Where the year stands, and the one thing to do then. */
function Standing() {
  const { t } = useTranslation();
  const { year, stage, mayClose } = useLoaderData<typeof loader>();
  if (stage === 'closed') {
    return (
      <StatusLine
        tone="good"
        status={t('yearEnd.closed.status', { year })}
        next={t('yearEnd.closed.next', { year })}
      />
    );
  }
  if (stage === 'notOver') {
    return (
      <StatusLine
        tone="info"
        status={t('yearEnd.notOver.title', { year })}
        next={t('yearEnd.notOver.text', { next: year + 1 })}
      />
    );
  }
  return (
    <>
      <StatusLine
        tone="waiting"
        status={t('yearEnd.booked.status', { year })}
        next={t(mayClose ? 'yearEnd.booked.next' : 'yearEnd.booked.own', { year })}
      />
      {mayClose ? (
        <p>
          <ButtonLink href={paths.yearEnd.close(year)}>{t('yearEnd.booked.link')}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function Plan() {
  const { t } = useTranslation();
  const { year, sums, planned, reservations } = useLoaderData<typeof loader>();
  const shown = ['rest', 'carried', 'returned', 'reserved'] as const;
  return (
    <>
      <BigFigures
        items={shown.map((part) => ({
          label: t(`yearEnd.figures.${part}`, { year, next: year + 1 }),
          value: <Money cents={sums[part]} />,
        }))}
      />
      <section className="wk-stack">
        <Heading level={2}>{t('yearEnd.wijken.title')}</Heading>
        {planned.length > 0 ? (
          <YearEndMoney caption={t('yearEnd.wijken.table', { year })} rows={planned} year={year} />
        ) : (
          <p>{t('yearEnd.nothing', { year })}</p>
        )}
      </section>
      {reservations.total > 0 ? (
        <section className="wk-stack" id="reserveringen">
          <Heading level={2}>{t('yearEnd.reservations.title')}</Heading>
          <ReservationTable rows={reservations.rows} year={year} />
          <Pagination
            list={reservations}
            what={t('yearEnd.reservations.title')}
            name="reserveringen"
            anchor="reserveringen"
          />
        </section>
      ) : null}
    </>
  );
}

function Result() {
  const { t } = useTranslation();
  const { year, done } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('yearEnd.result.title')}</Heading>
      {done.length > 0 ? (
        <YearEndMoney caption={t('yearEnd.result.table')} rows={done} year={year} />
      ) : (
        <p>{t('yearEnd.result.none')}</p>
      )}
    </section>
  );
}

/** Whether somebody made it ready, and what that means for who looks. */
function Ready() {
  const { t } = useTranslation();
  const { year, ready } = useLoaderData<typeof loader>();
  if (!ready) return null;
  const { turn, name, on } = ready;
  return (
    <StatusLine
      tone="waiting"
      status={t(`yearEnd.ready.${turn}`, { year, name })}
      since={on}
      next={t(`yearEnd.ready.${turn}Next`)}
    />
  );
}

/** The one thing to do now: make it ready, or as a second person book it; and the way back. */
function Next() {
  const { t } = useTranslation();
  const { year, hash, running, ready } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [form] = useForm({ lastResult: reply?.result });
  if (running) {
    return (
      <Alert>
        <p>{t('yearEnd.running.text')}</p>
        <p>
          <Link href={paths.money.task(running)}>{t('yearEnd.running.link')}</Link>
        </p>
      </Alert>
    );
  }
  const problems = Object.values(form.allErrors).flat();
  const turn = ready?.turn ?? null;
  const does = turn === 'other' ? 'book' : 'prepare';
  return (
    <section className="wk-stack">
      {problems.length > 0 ? (
        <Alert tone="bad" role="alert">
          <p>{problems.join(' ')}</p>
        </Alert>
      ) : null}
      {turn === 'own' ? null : (
        <Form {...getFormProps(form)} className="wk-stack">
          <Heading level={2}>{t(`yearEnd.${does}.title`)}</Heading>
          <p>{t(`yearEnd.${does}.text`, { year })}</p>
          <input type="hidden" name="intent" value={does} />
          <input type="hidden" name="previewHash" value={hash} />
          <Button>{t(turn === 'stale' ? 'yearEnd.prepare.again' : `yearEnd.${does}.submit`)}</Button>
        </Form>
      )}
      {ready && turn !== 'stale' ? (
        <Form>
          <Button look="secondary" name="intent" value="withdraw">
            {t('yearEnd.ready.withdraw')}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
