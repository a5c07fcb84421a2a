import { type TFunction } from 'i18next';
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
            {id ? <a href={`#${id}`}>{sentenceOf(t, message, label)}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says of which field it is: far from that field "Vul dit in." says too little. */
export function sentenceOf(t: TFunction, message: string, label: string | undefined): string {
  if (label === undefined) return message;
  return message === t('error.required')
    ? t('ui.errors.empty', { label })
    : t('ui.errors.at', { label, message });
}
