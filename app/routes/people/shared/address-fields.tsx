import { useTranslation } from 'react-i18next';
import { TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';

/** Postcode and house number of one's own address. */
export function AddressFields({ field }: { field: (name: string, label: string) => FieldBase }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        {...field('postcode', t('residence.letter.postcode'))}
        help={t('residence.letter.postcodeHelp')}
        autoComplete="postal-code"
        width="short"
      />
      <TextField {...field('number', t('residence.letter.number'))} inputMode="numeric" width="short" />
    </>
  );
}
