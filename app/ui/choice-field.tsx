import { type Choice } from './field';
import { describe, fieldClass, FieldError, type FieldBase, fieldId, Help, Optional } from './field-frame';

interface RadioGroupProps extends FieldBase {
  options: readonly Choice[];
  defaultValue?: string;
  /** Beside each other on a wide screen; for two or three short answers. */
  inline?: boolean;
}

interface RadioRowProps {
  field: FieldBase;
  option: Choice;
  id: string;
  checked: boolean;
}

function RadioRow({ field, option, id, checked }: RadioRowProps) {
  return (
    <label className="wk-choice" htmlFor={id}>
      <input
        className="utrecht-radio-button utrecht-radio-button--html-input"
        type="radio"
        id={id}
        name={field.name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={option.help ? `${id}-help` : undefined}
        aria-invalid={field.error ? true : undefined}
      />
      <span className="wk-choice__text">
        <span className="wk-choice__label">{option.label}</span>
        {option.help ? (
          <span className="wk-choice__help" id={`${id}-help`}>
            {option.help}
          </span>
        ) : null}
      </span>
    </label>
  );
}

/** The first row carries the field's own id, so that the error summary lands on it; each whole row is the target. */
export function RadioGroup({ options, defaultValue, inline = false, ...field }: RadioGroupProps) {
  const idOf = (index: number) => (index === 0 ? fieldId(field) : `${fieldId(field)}-${index + 1}`);
  return (
    <fieldset
      className={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset ${fieldClass(field, 'utrecht-form-fieldset--invalid')}`}
      aria-describedby={describe(field)['aria-describedby']}
    >
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend wk-field__label">
        {field.label}
        <Optional field={field} />
      </legend>
      <Help field={field} />
      <FieldError field={field} />
      <div className={inline ? 'wk-choices wk-choices--inline' : 'wk-choices'}>
        {options.map((option, index) => (
          <RadioRow
            key={option.value}
            field={field}
            option={option}
            id={idOf(index)}
            checked={option.value === defaultValue}
          />
        ))}
      </div>
    </fieldset>
  );
}
