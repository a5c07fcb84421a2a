import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { ButtonLink } from '~/ui/button';
import { OtherAccounts, StatementFaults } from '~/ui/statement-faults';
import { type TaskNotes as Notes } from './view.server';

/** What was read, but leaves something to look at. */
export function TaskNotes({ href, notes: { otherAccounts, statements } }: { href: string; notes: Notes }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert tone="good" role="status">
        <p>{t('statement.task.done')}</p>
      </Alert>
      {statements.map(({ id, statementId, faults }) => (
        <Alert key={id} tone="waiting">
          <p>
            <strong>{t('statement.page.title', { name: statementId })}</strong>
          </p>
          <StatementFaults faults={faults} />
        </Alert>
      ))}
      <OtherAccounts accounts={otherAccounts} />
      <p>
        <ButtonLink href={href}>{t('statement.task.see')}</ButtonLink>
      </p>
    </>
  );
}
