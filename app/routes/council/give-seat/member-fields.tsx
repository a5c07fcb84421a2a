import { type TFunction } from 'i18next';
import { RadioGroup } from '~/ui/choice-field';
import { DateField, SelectField, TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';
import { appointments, duties } from '~/domain/council/membership';

interface Asked {
  t: TFunction;
  field: (name: string, label: string) => FieldBase & { defaultValue: string | undefined };
  /** The longest term that the rules of order allow; null without rules. */
  termYears: number | null;
  /** The seat is of a resident of the wijk. */
  forResident: boolean;
}

/** Who takes the seat, what they do and until when. No component: the form must know every label before it shows what is wrong. */
export function memberFields({ t, field, termYears, forResident }: Asked) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <>
      <TextField
        {...field('email', t('council.admin.giveSeat.email'))}
        help={t('council.admin.giveSeat.emailHelp')}
        type="email"
        autoComplete="off"
      />
      <TextField
        {...optional('name', t('council.admin.giveSeat.name'))}
        help={t('council.admin.giveSeat.nameHelp')}
        autoComplete="off"
      />
      <RadioGroup
        {...field('duty', t('council.admin.giveSeat.duty'))}
        options={duties.map((value) => ({ value, label: t(`council.admin.duty.${value}`) }))}
        inline
      />
      <SelectField
        {...field('appointed', t('council.admin.seat.appointed'))}
        empty={t('council.admin.giveSeat.appointedEmpty')}
        options={appointments.map((value) => ({ value, label: t(`council.public.appointed.${value}`) }))}
      />
      {forResident ? (
        <RadioGroup
          {...field('livesThere', t('council.admin.giveSeat.livesThere'))}
          help={t('council.admin.giveSeat.livesThereHelp')}
          options={(['seen', 'unseen'] as const).map((value) => ({
            value,
            label: t(`council.admin.giveSeat.lives.${value}`),
          }))}
        />
      ) : null}
      <DateField {...field('from', t('council.admin.giveSeat.from'))} />
      <DateField
        {...optional('lastDay', t('council.admin.giveSeat.lastDay'))}
        help={termYears === null ? undefined : t('council.admin.giveSeat.lastDayHelp', { count: termYears })}
      />
    </>
  );
}
