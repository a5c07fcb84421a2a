import { type TFunction } from 'i18next';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea, TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';

type Field = (name: string, label: string) => FieldBase & { defaultValue: string | undefined };

/** What a gemeente tells of itself. No component: the form must know every label before it shows what is wrong. */
export function gemeenteFields(t: TFunction, field: Field) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <>
      <TextField {...field('name', t('gemeente.name'))} help={t('gemeente.nameHelp')} />
      <TextField
        {...field('email', t('gemeente.email'))}
        help={t('gemeente.emailHelp')}
        type="email"
        autoComplete="off"
      />
      <TextField {...optional('phone', t('gemeente.phone'))} type="tel" autoComplete="off" />
      <TextArea {...optional('address', t('gemeente.address'))} rows={3} />
      <TextArea {...optional('reach', t('gemeente.reach'))} help={t('gemeente.reachHelp')} rows={3} />
      <TextField
        {...optional('iban', t('gemeente.iban'))}
        help={t('gemeente.ibanHelp')}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField {...optional('bankName', t('gemeente.bankName'))} autoComplete="off" />
      <RadioGroup
        {...field('english', t('gemeente.english'))}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`gemeente.${value}`) }))}
      />
    </>
  );
}
