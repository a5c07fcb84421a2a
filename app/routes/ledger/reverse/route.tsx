import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NotReversible } from './not-reversible';
import { WholeEntry } from './whole-entry';
import { Breadcrumb } from '~/ui/breadcrumb';
import { TextArea } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { reverseForm } from './form.server';
import { ShortForm } from '~/ui/form';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { askedEntry, isReversible, objectionTo, placeOf } from './view.server';

export const handle = { access: { read: 'money.reverse', write: 'money.reverse' } };

export const loader = page('money.reverse', async (visit) => {
  const entry = await askedEntry(visit);
  const { number, kind } = entry;
  return {
    title: visit.t('source.reverse.title', { number }),
    entry,
    does: isReversible(kind) ? visit.t(`source.reverse.does.${kind}`) : '',
    objection: await objectionTo(visit, entry),
    back: placeOf(entry, number),
  };
});

export const action = act('money.reverse', reverseForm, async (visit, typed) => {
  const entry = await askedEntry(visit);
  const values = await typed();
  const booked = await reverseEntry(visit.context, { entryId: entry.entryId, ...values });
  return redirect(placeOf(entry, booked.number), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Reverse() {
  const { t } = useTranslation();
  const { entry, does, objection, back } = useLoaderData<typeof loader>();
  const { number, wijk } = entry;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          {
            href: back,
            label: wijk ? t('source.reverse.where', { wijk: wijk.name }) : (entry.lines[0]?.source ?? ''),
          },
        ]}
        current={t('source.reverse.crumb')}
      />
      <Heading level={1}>{t('source.reverse.title', { number })}</Heading>
      {objection ? <NotReversible objection={objection} /> : null}
      <section className="wk-stack">
        <Heading level={2}>{t('source.reverse.entry')}</Heading>
        <WholeEntry entry={entry} />
      </section>
      {objection ? null : (
        <section className="wk-stack">
          <Heading level={2}>{t('source.reverse.what')}</Heading>
          <p>{does}</p>
          <p>{t('source.reverse.opposite')}</p>
          <ReasonForm />
          <p>
            <Link href={back}>{t('source.reverse.cancel')}</Link>
          </p>
        </section>
      )}
    </div>
  );
}

function ReasonForm() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <ShortForm result={reply?.result} submit={t('source.reverse.submit')}>
      {(field) => (
        <>
          <TextArea
            {...field('reason', t('source.reverse.ask'))}
            help={t('source.reverse.askHelp')}
            rows={3}
          />
        </>
      )}
    </ShortForm>
  );
}
