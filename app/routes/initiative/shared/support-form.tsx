import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { Form } from '~/ui/form';
import { type Stance } from '~/domain/initiative/support';
import { paths, withBack } from '~/paths';

const stances = ['for', 'against', 'none'] as const;

/** Whether this visitor can say something here, and if not, why. */
export type Standpoint = 'may' | 'signIn' | 'otherArea' | 'own' | 'closed' | 'unproven';

interface SupportFormProps {
  number: number;
  area: string;
  standpoint: Standpoint;
  stance: Stance | null;
  error?: string;
}

/** Three answers, one a person. Sent to a page of its own, which shows it again when it is refused. */
export function SupportForm({ number, area, standpoint, stance, error }: SupportFormProps) {
  const { t } = useTranslation();
  if (standpoint === 'signIn') {
    return (
      <ButtonLink href={withBack(paths.people.signIn, paths.initiative.support(number))} look="secondary">
        {t('initiative.support.signIn')}
      </ButtonLink>
    );
  }
  if (standpoint === 'unproven') {
    return (
      <>
        <p>{t('initiative.support.unprovenYou', { area })}</p>
        <ButtonLink href={paths.people.home} look="secondary">
          {t('residence.show')}
        </ButtonLink>
      </>
    );
  }
  if (standpoint !== 'may') {
    return <p className="wk-soft">{t(`initiative.support.${standpoint}`, { area })}</p>;
  }
  return (
    <Form className="wk-stack" reloadDocument action={paths.initiative.support(number)} noValidate>
      {stance ? <p role="status">{t('initiative.support.yours')}</p> : null}
      <RadioGroup
        name="stance"
        label={t('initiative.support.question')}
        help={t('initiative.support.secret')}
        options={stances.map((value) => ({ value, label: t(`initiative.support.${value}`) }))}
        defaultValue={stance ?? undefined}
        error={error}
        required
        inline
      />
      <Button>{t(stance ? 'initiative.support.change' : 'initiative.support.give')}</Button>
    </Form>
  );
}
