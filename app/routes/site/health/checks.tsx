import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { Button } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { StatusLine } from '~/ui/status-line';
import { type CheckFinding } from '~/domain/audit/check';
import { paths } from '~/paths';

interface ChecksProps {
  waiting: boolean;
  last: { when: string; checks: number; violations: number; found: readonly CheckFinding[] } | null;
}

/** What the last look at all invariants found. */
export function Checks({ waiting, last }: ChecksProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="checks">
      <Heading level={2} id="checks">
        {t('health.checks.title')}
      </Heading>
      {last ? (
        <>
          <StatusLine
            tone={last.violations > 0 ? 'bad' : 'good'}
            status={t(last.violations > 0 ? 'health.checks.wrong' : 'health.checks.right', {
              count: last.violations,
            })}
            next={t('health.checks.done', { count: last.checks, when: last.when })}
          />
          {last.found.length > 0 ? <Found {...last} /> : null}
        </>
      ) : (
        <EmptyState level={3} title={t('health.checks.never')}>
          {t('health.checks.neverHelp')} <code>npm run checks</code>
        </EmptyState>
      )}
      {waiting ? (
        <p role="status">{t('health.checks.waiting')}</p>
      ) : (
        <Form action={paths.audit.verify}>
          <input type="hidden" name="scope" value="all" />
          <Button look="secondary">{t('health.checks.ask')}</Button>
        </Form>
      )}
    </section>
  );
}

function Found({ found, violations }: { found: readonly CheckFinding[]; violations: number }) {
  const { t, i18n } = useTranslation();
  const meaning = (check: string) => {
    const key = `check.${check}`;
    return i18n.exists(key) ? t(key as 'check.entry-chain') : check;
  };
  return (
    <>
      <DataTable<CheckFinding & { place: number }>
        caption={t('health.checks.found')}
        rows={found.map((each, place) => ({ ...each, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'check', label: t('health.checks.rule'), cell: ({ check }) => meaning(check) },
          {
            key: 'subject',
            label: t('health.checks.subject'),
            cell: ({ subject }) => <code>{subject}</code>,
          },
          {
            key: 'detail',
            label: t('health.checks.detail'),
            cell: ({ detail }) => <code lang="en">{detail}</code>,
          },
        ]}
      />
      {violations > found.length ? (
        <p>{t('health.checks.more', { count: violations - found.length })}</p>
      ) : null}
      <p>{t('health.checks.todo')}</p>
    </>
  );
}
