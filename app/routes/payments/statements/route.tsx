import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { statementFaults } from '#db/reads/payments/chain';
import { countParked } from '#db/reads/payments/parked';
import { statementList } from '#db/reads/payments/statement';
import { unreadFiles } from '#db/reads/payments/task';
import { ownAccount } from '#db/reads/site/settings';
import { StatementTable } from '~/routes/payments/shared/statement-table';
import { StatementUpload } from './statement-upload';
import { UnreadFiles } from './unread-files';
import { NoAccount } from '~/routes/payments/shared/no-account';
import { Breadcrumb } from '~/ui/breadcrumb';
import { EmptyState } from '~/ui/empty-state';
import { Pagination } from '~/ui/pagination';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { may } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { pageIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { readFormFile } from '~/http/form-file.server';
import { statementFileForm } from './form.server';
import { maxStatementBytes } from '~/domain/money/statement';
import { readInThread } from '~/usecases/payments/parts/read-in-thread.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read', write: 'statement.import' }, runs: true };

export const loader = page('statement.read', async (visit) => {
  const { db, actor } = visit.context;
  const { rows, ...place } = await statementList(db, pageIn(visit));
  const unread = await unreadFiles(db);
  const faults = await statementFaults(
    db,
    rows.map(({ iban }) => iban),
  );
  return {
    title: visit.t('statement.list.title'),
    place,
    statements: rows.map(({ uploadedAt, ...row }) => ({
      ...row,
      uploadedOn: calendarDateIn(uploadedAt),
      faults: faults.get(row.id) ?? [],
    })),
    unread: unread.map(({ askedAt, ...row }) => ({ ...row, askedOn: calendarDateIn(askedAt) })),
    parked: await countParked(db),
    mayImport: may(actor, 'statement.import').allow,
    hasAccount: (await ownAccount(db)) !== null,
  };
});

export const action = act('statement.import', statementFileForm, async (visit) => {
  const bytes = await readFormFile(visit, maxStatementBytes);
  const own = await ownAccount(visit.context.db);
  if (!own) throw new DomainError('noOwnAccount', { field: 'file' });
  const taskId = await askStatement(visit.context, bytes, own.iban, readInThread).catch(atFile);
  return redirect(paths.money.task(taskId), 303);
});

/** Done before: that is about the file in the form. */
function atFile(error: unknown): never {
  const known = error instanceof DomainError && error.code === 'alreadyDone';
  throw known ? new DomainError('fileKnown', { field: 'file' }) : error;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Statements() {
  const { t } = useTranslation();
  const { statements, place, unread, parked, mayImport, hasAccount } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]}
        current={t('statement.list.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('statement.list.title')}</Heading>
        <p className="wk-intro">{t('statement.list.intro')}</p>
      </div>
      {mayImport ? (
        <section className="wk-stack">
          <Heading level={2}>{t('statement.list.upload')}</Heading>
          {hasAccount ? <StatementUpload result={reply?.result} /> : <NoAccount />}
        </section>
      ) : null}
      {unread.length > 0 ? <UnreadFiles files={unread} /> : null}
      <section className="wk-stack">
        <Heading level={2}>{t('statement.list.read')}</Heading>
        {statements.length > 0 ? (
          <>
            <StatementTable rows={statements} />
            <Pagination list={place} what={t('statement.list.title')} />
          </>
        ) : (
          <EmptyState level={3} title={t('statement.list.noneTitle')}>
            {t('statement.list.none')}
          </EmptyState>
        )}
        <ul>
          <li>
            <Link href={paths.payments.balance}>{t('statement.list.balance')}</Link>
          </li>
          <li>
            <Link href={paths.payments.parked}>{t('statement.list.parked', { count: parked })}</Link>
          </li>
          <li>
            <Link href={paths.payments.list}>{t('statement.list.payments')}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
