import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PostcodeSummary } from './summary';
import { PostcodeTask } from './task';
import { PostcodeUpload } from './upload';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { useFresh } from '~/ui/use-fresh';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { keepUpload, uploadedIn } from '~/http/upload.server';
import { postcodesForm } from './form.server';
import { postcodesView } from './view.server';
import { askPostcodes } from '~/usecases/area/ask-postcodes.server';
import { paths } from '~/paths';

export const handle = {
  access: { read: 'area.manage', write: 'area.manage' },
  runs: ({ isRunning }: { isRunning: boolean }) => isRunning,
};

const everyMs = 2_000;

export const loader = page('area.manage', async (visit) => ({
  title: visit.t('postcode.page.title'),
  ...(await postcodesView(visit)),
}));

export const action = act('area.manage', postcodesForm, async (visit) => {
  const file = uploadedIn(visit.request);
  if (!file) throw new DomainError('required', { field: 'file' });
  await askPostcodes(visit.context, file);
  keepUpload(visit.request);
  return redirect(paths.area.postcodes, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Postcodes() {
  const { t } = useTranslation();
  const { task, isRunning, maxMegabytes, inForce, perWijk, divided } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  useFresh(isRunning, everyMs);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('postcode.page.title')}
      />
      <PageHead title={t('postcode.page.title')}>{t('postcode.page.intro')}</PageHead>
      {task ? <PostcodeTask task={task} /> : null}
      {inForce ? <PostcodeSummary inForce={inForce} perWijk={perWijk} divided={divided} /> : null}
      {isRunning ? null : (
        <section className="wk-stack">
          <Heading level={2}>{t(inForce ? 'postcode.page.again' : 'postcode.page.first')}</Heading>
          <PostcodeUpload result={reply?.result} maxMegabytes={maxMegabytes} />
        </section>
      )}
    </div>
  );
}
