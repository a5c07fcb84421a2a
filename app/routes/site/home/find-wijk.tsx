import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';

interface FindWijkProps {
  /** What was typed and not found, if anything. */
  typed: string | null;
  example: string;
}

/** The postcode field of the home page; sent as a plain address, so that it works without JavaScript. */
export function FindWijk({ typed, example }: FindWijkProps) {
  const { t } = useTranslation();
  return (
    <form method="get" action="/" className="wk-postcode">
      <TextField
        name="postcode"
        label={t('area.home.postcode')}
        help={t('area.home.postcodeHelp', { example })}
        error={typed === null ? undefined : t('area.home.unknown')}
        defaultValue={typed ?? ''}
        autoComplete="postal-code"
        maxLength={10}
        required
      />
      <Button look="secondary">{t('area.home.find')}</Button>
    </form>
  );
}
