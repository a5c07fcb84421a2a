import { useTranslation } from 'react-i18next';
import { BankLines } from './bank-lines';
import { DoubleForm } from './double';
import { MatchForm } from './match-form';
import { Alert } from '~/ui/alert';
import { OtherAccounts, StatementFaults } from '~/ui/statement-faults';
import { Period } from '~/routes/payments/shared/statement-table';
import { formatDate } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { type Result } from '~/ui/form-errors';
import { type StatementView } from './view.server';
import { paths } from '~/paths';

/** What does not fit with the other statements, and what else stood in the file. */
export function StatementNotes({ statement: { faults, otherAccounts } }: Pick<StatementView, 'statement'>) {
  return (
    <>
      {faults.length > 0 ? (
        <Alert tone="waiting">
          <StatementFaults faults={faults} />
        </Alert>
      ) : null}
      <OtherAccounts accounts={otherAccounts} />
    </>
  );
}

/** Whose account it is about, its balances and who read it in. */
export function StatementFacts({ statement }: Pick<StatementView, 'statement'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { iban, fromOn, toOn, openingCents, closingCents, uploader: name, uploadedOn } = statement;
  const date = formatDate(uploadedOn, locale);
  const dated = fromOn ?? toOn;
  return (
    <Facts
      across
      items={[
        { label: t('statement.page.account'), value: <span className="wk-figures">{iban}</span> },
        ...(dated
          ? [{ label: t('statement.page.period'), value: <Period fromOn={fromOn} toOn={toOn} /> }]
          : []),
        { label: t('statement.page.opening'), value: <Money cents={openingCents} look="full" /> },
        { label: t('statement.page.closing'), value: <Money cents={closingCents} look="full" /> },
        { label: t('statement.page.uploaded'), value: t('statement.page.uploadedBy', { name, date }) },
      ]}
    />
  );
}

type LinesProps = Pick<StatementView, 'statement' | 'lines' | 'place' | 'asked' | 'mayImport'> & {
  result: Result;
};

/** The lines, all or only those that nobody knows. */
export function Lines({ statement, lines, place, asked, mayImport, result }: LinesProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('statement.page.lines')}</Heading>
      <Counts statement={statement} asked={asked} />
      {lines.length > 0 ? (
        <BankLines
          rows={lines}
          explain={(line) =>
            mayImport ? (
              <>
                {line.elsewhere ? <DoubleForm line={line} /> : null}
                <MatchForm line={line} result={result} />
              </>
            ) : null
          }
        />
      ) : asked.openOnly ? (
        <EmptyState level={3} title={t('statement.page.openEmptyTitle')}>
          {t('statement.page.openEmpty')}
        </EmptyState>
      ) : null}
      <Pagination list={place} what={t('statement.page.lines')} />
    </section>
  );
}

function Counts({ statement, asked }: Pick<StatementView, 'statement' | 'asked'>) {
  const { t } = useTranslation();
  const { id, lines, open } = statement;
  const path = paths.payments.statement(id);
  return (
    <>
      <p>
        {t('statement.page.count', { count: lines })}{' '}
        {open > 0 ? t('statement.page.openCount', { count: open }) : t('statement.page.openNone')}
      </p>
      {asked.openOnly ? (
        <p>
          <Link href={path}>{t('statement.page.all')}</Link>
        </p>
      ) : open > 0 && open < lines ? (
        <p>
          <Link href={`${path}?open=1`}>{t('statement.page.onlyOpen')}</Link>
        </p>
      ) : null}
    </>
  );
}
