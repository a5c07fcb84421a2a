import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { yearEndOf, yearIn } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.closeYear', write: 'money.closeYear' } };

export const loader = page('money.closeYear', async (visit) => {
  const { year, stage, mayClose } = await yearEndOf(visit);
  if (stage !== 'booked' || !mayClose) throw redirect(paths.yearEnd.show(year), 303);
  const heading = visit.t('yearEnd.close.title', { year });
  return { title: heading, heading, year };
});

export const action = act('money.closeYear', noFields, async (visit) => {
  const year = yearIn(visit);
  await closeYear(visit.context, year);
  return redirect(paths.yearEnd.show(year), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function CloseYear() {
  const { t } = useTranslation();
  const { heading, year } = useLoaderData<typeof loader>();
  const problems = Object.values(useActionData<typeof action>()?.result.error ?? {}).flat();
  const back = paths.yearEnd.show(year);
  const means = ['booked', 'commitments', 'later'] as const;
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: back, label: t('yearEnd.title', { year }) }]}
        current={t('yearEnd.close.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t('yearEnd.close.intro', { year })}</p>
        <ul>
          {means.map((each) => (
            <li key={each}>{t(`yearEnd.close.means.${each}`, { year })}</li>
          ))}
        </ul>
      </div>
      <Form className="wk-stack">
        {problems.length > 0 ? (
          <Alert tone="bad" role="alert">
            <p>{problems.join(' ')}</p>
          </Alert>
        ) : null}
        <ButtonGroup>
          <Button>{t('yearEnd.close.submit', { year })}</Button>
          <ButtonLink look="secondary" href={back}>
            {t('yearEnd.close.cancel')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </div>
  );
}
