import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What every field has; `id` defaults to `name`, so that the error summary can link to `#name`. */
export interface FieldBase {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  id?: string;
  /** Said to a screen reader; the server refuses an empty answer in our own words, not the browser in its own. */
  required?: boolean;
  /** Whether a field that may stay empty says so; not where that goes without saying, as in a search. */
  optionalMark?: boolean;
}

export const fieldId = ({ id, name }: Pick<FieldBase, 'id' | 'name'>) => id ?? name;

/** The attributes that tie an input to its help and its error. */
export function describe(field: FieldBase) {
  const id = fieldId(field);
  const ids = [field.help ? `${id}-help` : '', field.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': field.error ? true : undefined };
}

export function Help({ field }: { field: FieldBase }) {
  if (!field.help) return null;
  return (
    <div className="utrecht-form-field-description wk-field__help" id={`${fieldId(field)}-help`}>
      {field.help}
    </div>
  );
}

export function FieldError({ field }: { field: FieldBase }) {
  const { t } = useTranslation();
  if (!field.error) return null;
  return (
    <p className="utrecht-form-field-error-message wk-field__error" id={`${fieldId(field)}-error`}>
      <span className="wk-visually-hidden">{t('ui.field.error')} </span>
      {field.error}
    </p>
  );
}

export function Optional({ field }: { field: FieldBase }) {
  const { t } = useTranslation();
  return field.required || field.optionalMark === false ? null : (
    <span className="wk-field__optional"> {t('ui.field.optional')}</span>
  );
}

export const fieldClass = (field: FieldBase, invalid = 'utrecht-form-field--invalid') =>
  `utrecht-form-field wk-field${field.error ? ` ${invalid}` : ''}`;

/** Label, help and error stand before the input, so that they are read before it is filled in. */
export function FieldFrame({ field, children }: { field: FieldBase; children: ReactNode }) {
  return (
    <div className={fieldClass(field)}>
      <label className="utrecht-form-label wk-field__label" htmlFor={fieldId(field)}>
        {field.label}
        <Optional field={field} />
      </label>
      <Help field={field} />
      <FieldError field={field} />
      {children}
    </div>
  );
}
