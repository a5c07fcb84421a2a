import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { may } from '~/domain/access/policy';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { SelectField, TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { checkResidence } from '~/usecases/people/check-residence.server';
import { checkHomeForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.check', write: 'residence.check' } };

export const loader = page('residence.check', async ({ context: { db, actor, today }, t, url }) => {
  const wijken = await wijkenOn(db, today);
  const own = wijken.filter(({ id: areaId }) => may(actor, 'residence.check', { areaId }).allow);
  const area = own.find(({ slug }) => slug === url.searchParams.get('gedaan'))?.name ?? null;
  return {
    title: t('residence.check.title'),
    wijken: own.map(({ id, name }) => ({ value: id, label: name })),
    area,
  };
});

export const action = act('residence.check', checkHomeForm, async (visit, typed) => {
  const { db, today } = visit.context;
  const input = await typed();
  await checkResidence(visit.context, input);
  const slug = (await wijkenOn(db, today)).find(({ id }) => id === input.areaId)?.slug ?? '';
  return redirect(`${paths.people.checkHome}?gedaan=${slug}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Somebody of the wijk or the gemeente writes down that they saw that a resident lives there. */
export default function CheckHome() {
  const { t } = useTranslation();
  const { wijken, area } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const only = wijken.length === 1 ? wijken[0]?.value : undefined;
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.people.me, label: t('people.me.title') }]}
        current={t('residence.check.title')}
      />
      {area ? (
        <Alert tone="good" role="status">
          <p>{t('residence.check.done', { name: t('residence.check.somebody'), area })}</p>
        </Alert>
      ) : null}
      <PageHead title={t('residence.check.title')}>{t('residence.check.intro')}</PageHead>
      <ShortForm
        result={reply?.result}
        submit={t('residence.check.submit')}
        defaultValue={only ? { areaId: only } : {}}
      >
        {(field) => (
          <>
            <TextField
              {...field('email', t('residence.check.email'))}
              help={t('residence.check.emailHelp')}
              type="email"
              autoComplete="off"
            />
            <SelectField
              {...field('areaId', t('residence.check.area'))}
              empty={t('residence.check.areaEmpty')}
              options={wijken}
            />
            <p>{t('residence.check.means')}</p>
          </>
        )}
      </ShortForm>
    </div>
  );
}
