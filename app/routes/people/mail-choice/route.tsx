import { redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isStopped } from '#db/reads/people/mail';
import { PageHead } from '~/ui/page-head';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { addressIn, mailChoiceForm } from '~/http/mail-choice.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { chooseMail } from '~/usecases/people/choose-mail.server';
import { errorsIn } from '~/ui/form-errors';
import { ErrorSummary } from '~/ui/error-summary';

export const handle = { access: { read: 'mail.choose', write: 'mail.choose' } };

export const loader = page('mail.choose', async (visit) => {
  const address = addressIn(visit);
  return {
    title: visit.t('people.mail.title'),
    address,
    stopped: await isStopped(visit.context.db, address),
  };
});

export const action = act('mail.choose', mailChoiceForm, async (visit, typed) => {
  const address = addressIn(visit);
  const { choice, oneClick } = await typed();
  await chooseMail(visit.context, address, choice);
  // A mail program wants no redirect (RFC 8058 §3.1).
  return oneClick ? new Response(null) : redirect(visit.url.pathname, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  { name: 'robots', content: 'noindex' },
];

export default function MailChoice() {
  const { t } = useTranslation();
  const { address, stopped } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const still = t('people.mail.still', { returnObjects: true }) as string[];
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errorsIn(reply?.result)} />
      <PageHead title={t(stopped ? 'people.mail.stoppedTitle' : 'people.mail.title')}>
        {t(stopped ? 'people.mail.stopped' : 'people.mail.intro', { address })}
      </PageHead>
      <Form method="post" className="wk-stack">
        <input type="hidden" name="choice" value={stopped ? 'resume' : 'stop'} />
        <p>
          <Button look={stopped ? 'secondary' : 'primary'}>
            {t(stopped ? 'people.mail.resume' : 'people.mail.stop')}
          </Button>
        </p>
      </Form>
      <section className="wk-stack" aria-labelledby="toch">
        <Heading level={2} id="toch">
          {t('people.mail.stillTitle')}
        </Heading>
        <ul>
          {still.map((kind) => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
        {stopped ? null : <p>{t('people.mail.undo')}</p>}
      </section>
      {stopped ? (
        <Alert tone="good">
          <p>{t('people.mail.undo')}</p>
        </Alert>
      ) : null}
    </div>
  );
}
