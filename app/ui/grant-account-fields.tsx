import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from './field';

interface AccountFieldsProps {
  field: (name: string, label: string) => Pick<TextFieldProps, 'name' | 'label'>;
}

/** The account that a grant is paid to: its number, and whose it is. */
export function AccountFields({ field }: AccountFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        {...field('iban', t('grant.account.iban'))}
        help={t('grant.account.ibanHelp')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
      />
      <TextField {...field('name', t('grant.account.name'))} help={t('grant.account.nameHelp')} />
    </>
  );
}
