import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { errorsIn, typedAt } from '~/ui/form-errors';
import { matchField } from './match-form';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { matchForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { matchLine } from '~/usecases/payments/match-line.server';
import { endDouble } from '~/usecases/payments/end-double.server';
import { Lines, StatementFacts, StatementNotes } from './parts';
import { askedLines, askedStatement, atMoney, statementView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read', write: 'statement.import' } };

export const loader = page('statement.read', statementView);

export const action = act('statement.import', matchForm, async (visit, typed) => {
  const { id } = await askedStatement(visit);
  const { lineId, money, reason } = await typed();
  if (money.kind === 'double') await endDouble(visit.context, lineId);
  else await matchLine(visit.context, { lineId, ...money, reason }).catch(atMoney);
  const open = askedLines(visit).openOnly ? 'open=1&' : '';
  return redirect(
    `${paths.payments.statement(id)}?${open}gedaan=${money.kind === 'double' ? 'doubled' : 'matched'}`,
    303,
  );
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function StatementPage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { statement, done } = view;
  const result = useActionData<typeof action>()?.result;
  const title = t('statement.page.title', { name: statement.statementId });
  const lineId = typedAt(result, 'lineId') ?? '';
  const fields = {
    money: { id: matchField('money', lineId), label: t('statement.match.money') },
    reason: { id: matchField('reason', lineId), label: t('statement.match.reason') },
  };
  const errors = errorsIn(result).map((error) =>
    error.id === 'money' || error.id === 'reason' ? { ...error, ...fields[error.id] } : error,
  );
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: paths.payments.statements, label: t('statement.list.title') },
        ]}
        current={title}
      />
      <div className="wk-stack">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary errors={errors} />
        {done && !result ? (
          <Alert tone="good" role="status">
            <p>{t(`statement.page.${done}`)}</p>
          </Alert>
        ) : null}
        <StatementNotes {...view} />
      </div>
      <StatementFacts {...view} />
      <Lines {...view} result={result} />
    </div>
  );
}
