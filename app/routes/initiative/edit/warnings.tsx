import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { type DraftField, type Warning } from './draft';

/** What does not fit the rules of the fund yet, beside its field. One may go on; publishing is what it stops. */
export function Warnings({ items, field }: { items: readonly Warning[]; field: DraftField }) {
  const { t } = useTranslation();
  const own = items.filter((item) => item.field === field);
  return (
    <div className="wk-warnings" aria-live="polite">
      {own.length === 0 ? null : (
        <Alert tone="waiting">
          {own.map(({ code, text }) => (
            <p key={code}>
              <strong>{t('concept.form.warning')}:</strong> {text}
            </p>
          ))}
          <p>{t('concept.form.warningHelp')}</p>
        </Alert>
      )}
    </div>
  );
}
