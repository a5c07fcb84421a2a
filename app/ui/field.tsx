import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { describe, FieldFrame, type FieldBase, fieldId } from './field-frame';

type Own = keyof FieldBase | 'className';
type Rest<Attributes> = Omit<Attributes, Own>;

/** Splits what the frame shows from what goes to the input itself. */
function split<Props extends FieldBase>(props: Props) {
  const { label, help, error, id, required, optionalMark, ...rest } = props;
  const field: FieldBase = { name: props.name, required, optionalMark, label, help, error, id };
  return { field, input: { ...rest, id: fieldId(field), 'aria-required': required, ...describe(field) } };
}

export type TextFieldProps = FieldBase & Rest<InputHTMLAttributes<HTMLInputElement>> & { width?: 'short' };

export function TextField({ width, ...props }: TextFieldProps) {
  const { field, input } = split(props);
  const look = width === 'short' ? ' wk-input--short' : '';
  return (
    <FieldFrame field={field}>
      <input className={`utrecht-textbox utrecht-textbox--html-input${look}`} type="text" {...input} />
    </FieldFrame>
  );
}

export type FileFieldProps = FieldBase & Rest<InputHTMLAttributes<HTMLInputElement>>;

export function FileField(props: FileFieldProps) {
  const { field, input } = split(props);
  return (
    <FieldFrame field={field}>
      <input className="wk-file" type="file" {...input} />
    </FieldFrame>
  );
}

export type TextAreaProps = FieldBase & Rest<TextareaHTMLAttributes<HTMLTextAreaElement>>;

export function TextArea(props: TextAreaProps) {
  const { field, input } = split(props);
  return (
    <FieldFrame field={field}>
      <textarea className="utrecht-textarea utrecht-textarea--html-textarea" rows={6} {...input} />
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  help?: ReactNode;
}

export type SelectFieldProps = FieldBase &
  Rest<SelectHTMLAttributes<HTMLSelectElement>> & {
    options: readonly { value: string; label: string }[];
    /** Shown first, with an empty value. */
    empty?: string;
  };

export function SelectField({ options, empty, ...props }: SelectFieldProps) {
  const { field, input } = split(props);
  return (
    <FieldFrame field={field}>
      <select className="utrecht-select utrecht-select--html-select wk-select" {...input}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Value as YYYY-MM-DD. */
export function DateField(props: FieldBase & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  return <TextField {...props} type="date" width="short" />;
}

/** Text as a person writes it ("250" or "250,50"); the server reads it into cents. */
export function MoneyField(props: FieldBase & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  const { field, input } = split(props);
  return (
    <FieldFrame field={field}>
      <div className="wk-money-input">
        <span className="wk-money-input__sign" aria-hidden="true">
          €
        </span>
        <input
          className="utrecht-textbox utrecht-textbox--html-input wk-figures"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...input}
        />
      </div>
    </FieldFrame>
  );
}
