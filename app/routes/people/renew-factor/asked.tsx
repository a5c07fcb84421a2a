import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { RadioGroup } from '~/ui/choice-field';
import { formatDate } from '~/ui/date';
import { type Result } from '~/ui/form-errors';
import { useLocale } from '~/ui/locale';
import { ActOnPerson } from '../shared/act-on-person';

interface AskedProps {
  id: string;
  called: string;
  email: string;
  title: string;
  result: Result;
  asked: { by: string; own: boolean; on: CalendarDate; reason: string };
}

/** The second of two: who asked and why, and whether it goes on. Who asked can only take it back. */
export function Asked({ asked, email, ...props }: AskedProps) {
  const { t } = useTranslation();
  const { by, own, reason } = asked;
  const on = formatDate(asked.on, useLocale());
  const name = props.called;
  return (
    <ActOnPerson
      {...props}
      crumb={t('roster.factor.link')}
      intro={own ? t('roster.factor.own', { on }) : t('roster.factor.asked', { by, on })}
      means={[
        t('roster.factor.because', { reason }),
        ...(own ? [] : [t('roster.factor.means.check', { name }), t('roster.factor.means.out', { name })]),
        ...(own ? [] : [t('roster.factor.means.mail', { email })]),
      ]}
      submit={t(own ? 'roster.factor.intent.withdraw' : 'roster.factor.decide')}
    >
      {(field) =>
        own ? (
          <input type="hidden" name="intent" value="withdraw" />
        ) : (
          <RadioGroup
            {...field('intent', t('roster.factor.question'))}
            options={(['confirm', 'withdraw'] as const).map((value) => ({
              value,
              label: t(`roster.factor.intent.${value}`),
              help: t(`roster.factor.intentHelp.${value}`),
            }))}
          />
        )
      }
    </ActOnPerson>
  );
}
