import { useTranslation } from 'react-i18next';
import { Heading } from './heading';

export interface SummaryError {
  /** The id of the input, without `#`. Absent when the error belongs to no field. */
  id?: string;
  message: string;
  /** What its field is called on the page. */
  label?: string;
}

/** On top of a form that was refused. Shows nothing without errors. */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const { t } = useTranslation();
  if (errors.length === 0) return null;
  return (
    <div className="wk-error-summary" role="alert" tabIndex={-1} id="fouten">
      <Heading level={2}>{t('ui.errors.title')}</Heading>
      <ul>
        {errors.map(({ id, label, message }) => (
          <li key={`${id ?? ''}${message}`}>
            {id ? <a href={`#${id}`}>{label ? `${label}: ${message}` : message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}
