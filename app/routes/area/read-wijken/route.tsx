import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Agree } from '~/routes/area/shared/agree';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { Alert } from '~/ui/alert';
import { Notices } from '~/ui/notices';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { noFields } from '~/http/fields.server';
import { messageDetail } from '~/http/form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { type Visit } from '~/http/visit.server';
import { previewWijken, readWijken } from '~/usecases/area/read-wijken.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', async (visit) => ({
  title: visit.t('area.read.title'),
  ...(await previewOf(visit)),
}));

/** What would happen, or why it cannot. */
async function previewOf(visit: Visit) {
  try {
    return { preview: await previewWijken(visit.context, visit.params.id ?? ''), refusal: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'notFound') throw error;
    return { preview: null, refusal: visit.t(`error.${error.code}`, messageDetail(error, visit)) };
  }
}

export const action = act('area.manage', noFields, async ({ context, params }) => {
  await readWijken(context, params.id ?? '');
  return redirect(`${paths.area.manage}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ReadWijken() {
  const { t } = useTranslation();
  const { preview, refusal } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail current={t('area.read.title')} />
      <PageHead title={t('area.read.title')} />
      {refusal === null ? null : (
        <Alert tone="bad">
          <p>{refusal}</p>
          <p>
            <Link href={paths.area.importWijken}>{t('area.read.other')}</Link>
          </p>
        </Alert>
      )}
      {preview ? (
        <>
          <p>
            {t(`area.read.${preview.imported.kind}.found`, {
              gemeente: preview.imported.gemeente,
              year: preview.year,
            })}
          </p>
          <ul>
            {(['created', 'changed', 'unchanged'] as const).map((each) => (
              <li key={each}>
                {t(`area.read.${preview.imported.kind}.${each}`, { count: preview.imported[each] })}
              </li>
            ))}
          </ul>
          <Notices notices={preview.notices} />
          <p>{t(`area.read.${preview.imported.kind}.after`)}</p>
          <Agree
            result={result}
            submit={t('area.read.submit')}
            back={{ href: paths.area.importWijken, label: t('area.read.other') }}
          />
        </>
      ) : null}
    </div>
  );
}
