import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { installationOf, wijkenOn } from '#db/reads/area/area';
import { allBodies } from '#db/reads/council/body';
import { createForm } from './form.server';
import { contactFields } from '~/routes/council/shared/details-fields';
import { Breadcrumb } from '~/ui/breadcrumb';
import { RadioGroup } from '~/ui/choice-field';
import { SelectField, TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { presetNames } from '~/domain/council/rules-of-order';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { createBody } from '~/usecases/council/create-body.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async ({ context: { db, today }, t }) => {
  const taken = new Set((await allBodies(db)).map(({ areaId }) => areaId));
  const gemeente = await installationOf(db);
  const wijken = await wijkenOn(db, today);
  const areas = [
    ...wijken.map(({ id, name }) => ({ value: id, label: name })),
    ...(gemeente
      ? [{ value: gemeente.gemeenteId, label: t('council.admin.create.city', { name: gemeente.gemeente }) }]
      : []),
  ];
  return {
    title: t('council.admin.create.title'),
    areas: areas.filter(({ value }) => !taken.has(value)),
  };
});

export const action = act('council.manage', createForm, async (visit, typed) => {
  const slug = await createBody(visit.context, await typed());
  return redirect(paths.council.admin(slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function CreateCouncil() {
  const { t } = useTranslation();
  const { areas } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.council.adminList, label: t('council.admin.list.title') },
        ]}
        current={t('council.admin.create.title')}
      />
      <PageHead title={t('council.admin.create.title')}>{t('council.admin.create.intro')}</PageHead>
      <ShortForm result={reply?.result} submit={t('council.admin.create.submit')}>
        {(field) => (
          <>
            <SelectField
              {...field('areaId', t('council.admin.create.area'))}
              help={t('council.admin.create.areaHelp')}
              empty={t('council.admin.create.areaEmpty')}
              options={areas}
            />
            <TextField
              {...field('name', t('council.admin.details.name'))}
              help={t('council.admin.details.nameHelp')}
            />
            <TextField
              {...field('slug', t('council.admin.create.slug'))}
              help={t('council.admin.create.slugHelp')}
            />
            {contactFields(t, field)}
            <RadioGroup
              {...field('preset', t('council.admin.create.preset'))}
              help={t('council.admin.create.presetHelp')}
              options={presetNames.map((value) => ({
                value,
                label: t(`council.admin.preset.${value}.label`),
                help: t(`council.admin.preset.${value}.help`),
              }))}
            />
          </>
        )}
      </ShortForm>
    </div>
  );
}
