import { useTranslation } from 'react-i18next';
import { type Buurt } from '#db/reads/area/ground';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-field';
import { TextField } from '~/ui/field';

interface ChooseProps {
  buurten: readonly Buurt[];
  /** CBS areas of which no buurten are known. */
  unknown: readonly string[];
  chosen: { name: string; buurten: readonly string[] };
  /** What is wrong with a field, by its name. */
  errors: Readonly<Record<string, string | undefined>>;
}

/** Which buurten go, and what their new wijk is called. */
export function Choose({ buurten, unknown, chosen, errors }: ChooseProps) {
  const { t } = useTranslation();
  const inWords = (count: number | null) =>
    count === null ? t('area.wijken.unknownInhabitants') : t('area.split.inhabitants', { count });
  return (
    <form method="get" className="wk-stack--wide">
      {unknown.length > 0 ? (
        <Alert>
          <p>{t('area.split.noneOf', { codes: unknown.join(', ') })}</p>
        </Alert>
      ) : null}
      <CheckboxGroup
        name="buurten"
        label={t('area.split.buurten')}
        options={buurten.map(({ code, name, inhabitants }) => ({
          value: code,
          label: name,
          help: `${code}, ${inWords(inhabitants)}`,
        }))}
        chosen={chosen.buurten}
        error={errors.buurten}
        optionalMark={false}
      />
      <TextField
        name="name"
        label={t('area.split.name')}
        defaultValue={chosen.name}
        error={errors.name}
        required
      />
      <div>
        <Button>{t('area.split.look')}</Button>
      </div>
    </form>
  );
}
