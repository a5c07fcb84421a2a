import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { wijkenOn } from '#db/reads/area/area';
import { profileOf } from '#db/reads/people/person';
import { SelectField, TextField } from '~/ui/field';
import { BirthdayField } from './birthday-field';
import { localPath } from '~/http/local-path.server';
import { Unsent } from '~/routes/people/shared/unsent';
import { personForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { savePerson } from '~/usecases/people/save-person.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'me.read', write: 'me.update' } };

export const loader = page('me.read', async ({ context: { db, actor, today }, t }) => {
  const wijken = await wijkenOn(db, today);
  return {
    title: t('people.details.title'),
    profile: await profileOf(db, actor.personId ?? ''),
    wijken: wijken.map(({ id, name }) => ({ value: id, label: name })),
  };
});

export const action = act('me.update', personForm, async (visit, typed) => {
  await savePerson(visit.context, await typed());
  return redirect(localPath(visit.url.searchParams.get('terug'), `${paths.people.me}?bewaard`), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

function birthdayOf(bornOn: string | null) {
  const [bornYear, bornMonth, bornDay] = bornOn?.split('-') ?? [];
  return { bornDay: bornDay?.replace(/^0/, ''), bornMonth: bornMonth?.replace(/^0/, ''), bornYear };
}

export default function Details() {
  const { t } = useTranslation();
  const { profile, wijken } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const known = {
    name: profile?.name ?? undefined,
    areaId: profile?.areaId ?? undefined,
    ...birthdayOf(profile?.bornOn ?? null),
  };
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.details.title')}>{t('people.details.intro')}</PageHead>
      <Unsent />
      <ShortForm result={reply?.result} submit={t('people.details.submit')} defaultValue={known}>
        {(field) => (
          <>
            <TextField
              {...field('name', t('people.details.name'))}
              help={t('people.details.nameHelp')}
              autoComplete="name"
            />
            <SelectField
              {...field('areaId', t('people.details.area'))}
              help={t('people.details.areaHelp')}
              empty={t('people.details.areaEmpty')}
              options={wijken}
            />
            <BirthdayField
              group={{
                ...field('bornOn', t('people.details.bornOn')),
                help: t('people.details.bornOnHelp'),
              }}
              day={field('bornDay', t('people.details.day'))}
              month={field('bornMonth', t('people.details.month'))}
              year={field('bornYear', t('people.details.year'))}
            />
          </>
        )}
      </ShortForm>
    </div>
  );
}
