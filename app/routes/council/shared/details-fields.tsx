import { type TFunction } from 'i18next';
import { TextArea, TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';

type Field = (name: string, label: string) => FieldBase & { defaultValue: string | undefined };

/** What everybody needs to know to reach a council. No component: the form must know every label before it shows what is wrong. */
export function contactFields(t: TFunction, field: Field) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <>
      <TextField
        {...optional('contactEmail', t('council.admin.details.email'))}
        help={t('council.admin.details.public')}
        type="email"
        autoComplete="off"
      />
      <TextArea
        {...optional('contactText', t('council.admin.details.text'))}
        help={t('council.admin.details.textHelp')}
        rows={3}
      />
    </>
  );
}
