import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ClosedWijken } from './closed-wijken';
import { startView } from './view.server';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { SelectField, TextField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { startForm } from './form.server';
import { siteMeans } from '~/http/config.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { Form } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'initiative.create', write: 'initiative.create' } };

export const loader = page('initiative.create', async (visit) => ({
  ...(await startView(visit)),
  title: visit.t('concept.start.title'),
  description: visit.t('concept.start.description'),
}));

export const action = act('initiative.create', startForm, async (visit, typed) => {
  const { number } = await startInitiative(visit.context, await typed(), siteMeans(visit.site.config));
  return redirect(paths.initiative.edit(number, 'idee'), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

const needs = ['idea', 'date', 'costs'] as const;

export default function StartPage() {
  const { areas, closed, drafts } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  const labelOf = (name: string) => t(name === 'title' ? 'concept.start.name' : 'concept.start.area');
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errorsIn(result, labelOf)} />
      <header className="wk-stack">
        <Heading level={1}>{t('concept.start.title')}</Heading>
        <p className="wk-intro">{t('concept.start.intro')}</p>
      </header>
      {drafts.length > 0 ? (
        <section className="wk-stack" aria-labelledby="concepten">
          <Heading level={2} id="concepten">
            {t('concept.start.draftsTitle')}
          </Heading>
          <ul>
            {drafts.map(({ number, title }) => (
              <li key={number}>
                <Link href={paths.initiative.edit(number, 'idee')}>
                  {title || t('concept.start.untitled')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="wk-stack wk-stack--close" aria-labelledby="nodig">
        <Heading level={2} id="nodig">
          {t('concept.start.needTitle')}
        </Heading>
        <ul>
          {needs.map((need) => (
            <li key={need}>{t(`concept.start.need.${need}`)}</li>
          ))}
        </ul>
      </section>
      {closed.length > 0 ? <ClosedWijken wijken={closed} /> : null}
      {areas.length > 0 ? <StartForm /> : null}
      {areas.length + closed.length === 0 ? (
        <Alert tone="waiting">
          <p>{t('concept.start.noAreas')}</p>
        </Alert>
      ) : null}
    </div>
  );
}

function StartForm() {
  const { areas, home } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  return (
    <Form reloadDocument noValidate>
      <TextField
        name="title"
        label={t('concept.start.name')}
        help={t('concept.start.nameHelp')}
        defaultValue={typedAt(result, 'title')}
        error={errorAt(result, 'title')}
        required
      />
      <SelectField
        name="areaId"
        label={t('concept.start.area')}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typedAt(result, 'areaId') ?? home ?? undefined}
        error={errorAt(result, 'areaId')}
        required
      />
      <div className="wk-field">
        <Button>{t('concept.start.submit')}</Button>
      </div>
    </Form>
  );
}
