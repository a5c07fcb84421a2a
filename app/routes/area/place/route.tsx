import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkAt } from '#db/reads/area/ground';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { placeTyped } from '~/domain/area/place';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage' } };

export const loader = page('area.manage', async ({ context: { db, today }, t, url }) => {
  const typed = url.searchParams.get('punt');
  const place = placeTyped(typed ?? '');
  const found = place && (await wijkAt(db, place, today));
  return {
    title: t('area.place.title'),
    typed: typed ?? '',
    isWrong: typed !== null && place === null,
    isAnswered: place !== null,
    wijk: found ? { id: found.id, name: found.name } : null,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function AreaPlace() {
  const { t } = useTranslation();
  const { title, typed, isWrong, isAnswered } = useLoaderData<typeof loader>();
  const label = t('area.place.label');
  const error = isWrong ? t('area.place.invalid') : undefined;
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail current={title} />
      <PageHead title={title}>{t('area.place.intro')}</PageHead>
      {isAnswered ? <Answer /> : null}
      <form method="get" className="wk-stack--wide">
        <ErrorSummary errors={error ? [{ id: 'punt', label, message: error }] : []} />
        <TextField
          name="punt"
          label={label}
          help={t('area.place.help')}
          error={error}
          defaultValue={typed}
          required
        />
        <div>
          <Button>{t('area.place.submit')}</Button>
        </div>
      </form>
    </div>
  );
}

function Answer() {
  const { t } = useTranslation();
  const { wijk } = useLoaderData<typeof loader>();
  return (
    <Alert tone={wijk ? 'good' : undefined} role="status">
      <p>
        {wijk ? (
          <Link href={paths.area.rename(wijk.id)}>{t('area.place.found', { wijk: wijk.name })}</Link>
        ) : (
          t('area.place.none')
        )}
      </p>
    </Alert>
  );
}
