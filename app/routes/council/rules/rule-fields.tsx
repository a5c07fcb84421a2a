import { type TFunction } from 'i18next';
import { RadioGroup } from '~/ui/choice-field';
import { DateField, TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';
import { ruleNumbers } from '~/domain/council/rules-of-order';

type Field = (name: string, label: string) => FieldBase & { defaultValue: string | undefined };

const kinds = ['professional', 'networker', 'areaManager'] as const;

/** Everything that rules of order say. No component: the form must know every label before it shows what is wrong. */
export function ruleFields(t: TFunction, field: Field) {
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`council.admin.${value}`) }));
  return (
    <>
      <DateField {...field('from', t('council.admin.rules.from'))} help={t('council.admin.rules.fromHelp')} />
      {ruleNumbers.map((name) => (
        <TextField
          key={name}
          {...field(name, t(`council.admin.rules.name.${name}`))}
          help={t(`council.admin.rules.help.${name}`)}
          inputMode="numeric"
          width="short"
        />
      ))}
      {kinds.map((kind) => (
        <RadioGroup
          key={kind}
          {...field(`${kind}Votes`, t(`council.admin.rules.votes.${kind}`))}
          options={yesOrNo}
          inline
        />
      ))}
      <p>
        <strong>{t('council.admin.rules.tie')}</strong>: {t('council.admin.rules.tieValue')}
      </p>
    </>
  );
}
