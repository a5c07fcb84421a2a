import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { profileOf } from '#db/reads/people/person';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { vaultOf } from '~/http/seal.server';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { type Result } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { askResidenceLetter } from '~/usecases/people/ask-residence-letter.server';
import { AddressFields } from '../shared/address-fields';
import { DetailsFirst } from '../shared/details-first';
import { HomeCrumbs } from '../shared/home-crumbs';
import { homeLetterForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.prove', write: 'residence.prove' } };

export const loader = page('residence.prove', async ({ context: { db, actor }, t }) => {
  const profile = await profileOf(db, actor.personId ?? '');
  return { title: t('residence.letter.title'), name: profile?.bornOn ? profile.name : null };
});

export const action = act('residence.prove', homeLetterForm, async (visit, typed) => {
  await askResidenceLetter(visit.context, vaultOf(visit.site.secret), await typed());
  return redirect(`${paths.people.home}?gedaan=letter`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function HomeLetter() {
  const { t } = useTranslation();
  const { name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <HomeCrumbs current={t('residence.letter.title')} />
      <PageHead title={t('residence.letter.title')}>{t('residence.letter.intro')}</PageHead>
      {name === null ? (
        <DetailsFirst back={paths.people.homeLetter} />
      ) : (
        <LetterForm name={name} result={reply?.result} />
      )}
    </div>
  );
}

function LetterForm({ name, result }: { name: string; result: Result }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t('residence.letter.to', { name })} {t('residence.letter.replaces')}
      </p>
      <ShortForm result={result} submit={t('residence.letter.submit')}>
        {(field) => (
          <>
            <TextField {...field('street', t('residence.letter.street'))} autoComplete="address-line1" />
            <AddressFields field={field} />
            <TextField
              {...field('addition', t('residence.letter.addition'))}
              help={t('residence.letter.additionHelp')}
              required={false}
              width="short"
            />
            <TextField {...field('place', t('residence.letter.place'))} autoComplete="address-level2" />
          </>
        )}
      </ShortForm>
    </>
  );
}
