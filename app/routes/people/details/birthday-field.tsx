import { describe, type FieldBase, FieldError, fieldClass, Help } from '~/ui/field-frame';

type Part = { name: string; label: string; error?: string; defaultValue?: string };

interface BirthdayFieldProps {
  /** The question as a whole, with what is wrong with the date as a whole. */
  group: Pick<FieldBase, 'name' | 'label' | 'help' | 'error'>;
  day: Part;
  month: Part;
  year: Part;
}

/** A date that everybody knows by heart is typed, not picked: three fields that are one question. */
export function BirthdayField({ group, ...parts }: BirthdayFieldProps) {
  const { day, month, year } = parts;
  const wrong = group.error ?? day.error ?? month.error ?? year.error;
  return (
    <fieldset
      className={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset ${fieldClass({ ...group, error: wrong }, 'utrecht-form-fieldset--invalid')}`}
      id={group.name}
      tabIndex={-1}
      aria-describedby={describe(group)['aria-describedby']}
    >
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend wk-field__label">
        {group.label}
      </legend>
      <Help field={group} />
      {[group, day, month, year].map((field) => (
        <FieldError key={field.name} field={field} />
      ))}
      <div className="wk-birthday">
        <PartField part={day} group={group} autoComplete="bday-day" />
        <PartField part={month} group={group} autoComplete="bday-month" />
        <PartField part={year} group={group} autoComplete="bday-year" />
      </div>
    </fieldset>
  );
}

function PartField({
  part: { label, error, ...input },
  group,
  autoComplete,
}: {
  part: Part;
  group: BirthdayFieldProps['group'];
  autoComplete: string;
}) {
  const invalid = error ?? group.error;
  return (
    <div className={invalid ? 'wk-birthday__part wk-birthday__part--invalid' : 'wk-birthday__part'}>
      <label className="utrecht-form-label" htmlFor={input.name}>
        {label}
      </label>
      <input
        {...input}
        className={`utrecht-textbox utrecht-textbox--html-input${invalid ? ' utrecht-textbox--invalid' : ''}`}
        type="text"
        id={input.name}
        inputMode="numeric"
        autoComplete={autoComplete}
        aria-required
        aria-describedby={error ? `${input.name}-error` : undefined}
        aria-invalid={invalid ? true : undefined}
      />
    </div>
  );
}
