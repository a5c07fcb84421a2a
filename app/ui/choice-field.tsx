import { type Choice } from './field';
import { describe, fieldClass, FieldError, type FieldBase, fieldId, Help, Optional } from './field-frame';

interface RadioGroupProps extends FieldBase {
  options: readonly Choice[];
  defaultValue?: string;
  /** Beside each other on a wide screen; for two or three short answers. */
  inline?: boolean;
}

interface CheckboxGroupProps extends FieldBase {
  options: readonly Choice[];
  /** The values that are on. */
  chosen: readonly string[];
}

interface RowProps {
  type: 'radio' | 'checkbox';
  field: FieldBase;
  option: Choice;
  id: string;
  checked: boolean;
}

function Row({ type, field, option, id, checked }: RowProps) {
  return (
    <label className="wk-choice" htmlFor={id}>
      <input
        className={
          type === 'radio'
            ? 'utrecht-radio-button utrecht-radio-button--html-input'
            : 'utrecht-checkbox utrecht-checkbox--html-input wk-checkbox'
        }
        type={type}
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

interface GroupProps {
  type: RowProps['type'];
  field: FieldBase;
  options: readonly Choice[];
  inline?: boolean;
  isChosen: (value: string) => boolean;
}

/** The first row carries the field's own id, so that the error summary lands on it; each whole row is the target. */
function Group({ type, field, options, inline = false, isChosen }: GroupProps) {
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
          <Row
            key={option.value}
            type={type}
            field={field}
            option={option}
            id={idOf(index)}
            checked={isChosen(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One answer of several. */
export function RadioGroup({ options, defaultValue, inline, ...field }: RadioGroupProps) {
  const isChosen = (value: string) => value === defaultValue;
  return <Group type="radio" field={field} options={options} inline={inline} isChosen={isChosen} />;
}

/** As many answers as one likes. */
export function CheckboxGroup({ options, chosen, ...field }: CheckboxGroupProps) {
  return (
    <Group type="checkbox" field={field} options={options} isChosen={(value) => chosen.includes(value)} />
  );
}
