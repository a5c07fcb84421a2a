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
import { Lines, StatementFacts } from './parts';
import { askedLines, askedStatement, atMoney, statementView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read', write: 'statement.import' } };

export const loader = page('statement.read', statementView);

export const action = act('statement.import', matchForm, async (visit, typed) => {
  const { id } = await askedStatement(visit);
  const { lineId, money, reason } = await typed();
  const said = 'id' in money && money.id !== undefined ? money : { kind: money.kind, reason };
  await matchLine(visit.context, { lineId, ...said }).catch(atMoney);
  const open = askedLines(visit).openOnly ? 'open=1&' : '';
  return redirect(`${paths.payments.statement(id)}?${open}gedaan=matched`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function StatementPage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { statement, done } = view;
  const result = useActionData<typeof action>()?.result;
  const title = t('statement.page.title', { name: statement.statementId });
  const labelOf = (name: string) => t(name === 'reason' ? 'statement.match.reason' : 'statement.match.money');
  const errors = errorsIn(result, labelOf).map((error) => ({
    ...error,
    id: matchField(error.id ?? '', typedAt(result, 'lineId') ?? '') ?? error.id,
  }));
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
      </div>
      <StatementFacts {...view} />
      <Lines {...view} result={result} />
    </div>
  );
}
