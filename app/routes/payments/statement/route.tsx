import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { expectedMoney } from '#db/reads/payments/bank';
import { statementLines } from '#db/reads/payments/statement';
import { errorsIn, typedAt } from '~/ui/refused';
import { matchField } from './match-form';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { may } from '~/domain/access/policy';
import { showIban } from '~/domain/money/iban';
import { nearestTo } from '~/domain/money/statement';
import { matchForm } from './form.server';
import { act, page } from '~/http/route.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { Lines, StatementFacts } from './parts';
import { askedLines, askedStatement, atMoney } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read', write: 'statement.import' } };

const acts = ['done', 'matched'] as const;

export const loader = page('statement.read', async (visit) => {
  const { db, actor } = visit.act;
  const statement = await askedStatement(visit);
  const asked = askedLines(visit);
  const { rows, ...place } = await statementLines(db, statement.id, asked);
  const mayImport = may(actor, 'statement.import').allow;
  const expected = mayImport && statement.open > 0 ? await expectedMoney(db) : [];
  return {
    title: `${visit.t('statement.page.title', { name: statement.statementId })} - Wijkkas`,
    statement,
    lines: rows.map(({ id, bookedOn, cents, counterName, counterIban, text, matches }) => ({
      ...{ id, bookedOn, cents, counterName, text, matches },
      offered: matches.length === 0 && cents > 0n ? nearestTo(cents, expected) : [],
      counterIban: counterIban && showIban(counterIban),
    })),
    ...{ place, asked, mayImport },
    done: acts.find((each) => each === visit.url.searchParams.get('gedaan')) ?? null,
  };
});
export type StatementLoader = typeof loader;

export const action = act('statement.import', matchForm, async (visit, typed) => {
  const { id } = await askedStatement(visit);
  const { lineId, money } = await typed();
  await matchLine(visit.act, { lineId, ...money }).catch(atMoney);
  const open = askedLines(visit).openOnly ? 'open=1&' : '';
  return redirect(`${paths.payments.statement(id)}?${open}gedaan=matched`, 303);
});
export type StatementAction = typeof action;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function StatementPage() {
  const { t } = useTranslation();
  const { statement, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const title = t('statement.page.title', { name: statement.statementId });
  const errors = errorsIn(result, () => t('statement.match.money')).map((error) =>
    error.id === 'money' ? { ...error, id: matchField(typedAt(result, 'lineId') ?? '') } : error,
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
      </div>
      <StatementFacts />
      <Lines />
    </div>
  );
}
