import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { vaultOf } from '~/http/seal.server';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { redeemResidenceLetter } from '~/usecases/people/redeem-residence-letter.server';
import { HomeCrumbs } from '../shared/home-crumbs';
import { homeCodeForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.prove', write: 'residence.prove' } };

export const loader = page('residence.prove', ({ t }) =>
  Promise.resolve({ title: t('residence.code.title') }),
);

export const action = act('residence.prove', homeCodeForm, async (visit, typed) => {
  const { code } = await typed();
  await redeemResidenceLetter(visit.context, vaultOf(visit.site.secret), code);
  return redirect(`${paths.people.home}?gedaan=proven`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function HomeCode() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <HomeCrumbs current={t('residence.code.title')} />
      <PageHead title={t('residence.code.title')}>{t('residence.code.intro')}</PageHead>
      <ShortForm result={reply?.result} submit={t('residence.code.submit')}>
        {(field) => (
          <TextField
            {...field('code', t('residence.code.label'))}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            width="short"
          />
        )}
      </ShortForm>
      <p>
        {t('residence.code.nothing')}{' '}
        <Link href={paths.people.homeLetter}>{t('residence.home.letterLink')}</Link>
      </p>
    </div>
  );
}
