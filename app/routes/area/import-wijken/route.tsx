import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { Button } from '~/ui/button';
import { FileField, TextField } from '~/ui/field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn } from '~/ui/form-errors';
import { Heading } from '~/ui/heading';
import { PageHead } from '~/ui/page-head';
import { maxWijkenBytes } from '~/domain/area/cbs';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { readBesideFile, readFormFile } from '~/http/form-file.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { handInWijken } from '~/usecases/area/hand-in-wijken.server';
import { wijkenFileForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', ({ t, context }) =>
  Promise.resolve({ title: t('area.handIn.title'), year: yearOf(context.today) }),
);

export const action = act('area.manage', wijkenFileForm, async (visit) => {
  const year = wijkenFileForm.shape.year.safeParse(await readBesideFile(visit, 'year'));
  if (!year.success) throw new DomainError('numberInvalid', { field: 'year' });
  const bytes = await readFormFile(visit, maxWijkenBytes);
  const id = await handInWijken(visit.context, { bytes, year: year.data });
  return redirect(paths.area.readWijken(id), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ImportWijken() {
  const { t } = useTranslation();
  const { year } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const labels: Record<string, string> = { file: t('area.handIn.file'), year: t('area.handIn.year') };
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail current={t('area.handIn.title')} />
      <PageHead title={t('area.handIn.title')}>{t('area.handIn.intro')}</PageHead>
      <Form
        reloadDocument
        encType="multipart/form-data"
        noValidate
        errors={errorsIn(result, (name) => labels[name])}
        className="wk-stack--wide"
      >
        <FileField
          name="file"
          label={labels.file ?? ''}
          help={t('area.handIn.fileHelp', { max: maxWijkenBytes / 1024 ** 2 })}
          error={errorAt(result, 'file')}
          accept=".geojson,.json,application/geo+json,application/json"
          required
        />
        <TextField
          name="year"
          label={labels.year ?? ''}
          help={t('area.handIn.yearHelp')}
          error={errorAt(result, 'year')}
          defaultValue={String(year)}
          width="short"
          inputMode="numeric"
          required
        />
        <div>
          <Button>{t('area.handIn.submit')}</Button>
        </div>
      </Form>
      <section className="wk-stack">
        <Heading level={2}>{t('area.handIn.drawn')}</Heading>
        <p>{t('area.handIn.drawnHelp')}</p>
        <ul>
          {(['drawnName', 'drawnInhabitants', 'drawnSlug'] as const).map((each) => (
            <li key={each}>{t(`area.handIn.${each}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
