import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result, typedAt } from '~/ui/form-errors';
import { Button, ButtonGroup } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { TextField } from '~/ui/field';
import { Form } from '~/ui/form';
import { ownColours, type Theme, themeBases } from '~/domain/site/theme';

/** Which theme and which colours of their own. One looks first: that is the button that Enter presses. */
export function ColoursForm({ theme, result }: { theme: Theme; result: Result }) {
  const { t } = useTranslation();
  const labels: Record<string, string> = {
    base: t('gemeente.colours.base'),
    ...Object.fromEntries(ownColours.map((name) => [name, t(`gemeente.colours.${name}`)])),
  };
  return (
    <Form noValidate errors={errorsIn(result, (name) => labels[name])} className="wk-stack--wide">
      <RadioGroup
        name="base"
        label={labels.base ?? ''}
        error={errorAt(result, 'base')}
        defaultValue={typedAt(result, 'base') ?? theme.base}
        required
        options={themeBases.map((value) => ({
          value,
          label: t(`gemeente.colours.name.${value}.label`),
          help: t(`gemeente.colours.name.${value}.help`),
        }))}
      />
      {ownColours.map((name) => (
        <TextField
          key={name}
          name={name}
          label={labels[name] ?? ''}
          help={t('gemeente.colours.help')}
          error={errorAt(result, name)}
          defaultValue={typedAt(result, name) ?? (result ? '' : (theme[name] ?? ''))}
          width="short"
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      <ButtonGroup>
        <Button look="secondary" name="wish" value="look">
          {t('gemeente.colours.look')}
        </Button>
        <Button name="wish" value="use">
          {t('gemeente.colours.submit')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
