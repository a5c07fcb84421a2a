import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type RefusalCode } from '~/domain/errors';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type MoneyTaskKind } from '~/domain/money/task';

interface TaskRefusalProps {
  kind: MoneyTaskKind;
  refusal: {
    code: RefusalCode;
    text: string;
    /** The line of the statement that stood in the way. */
    line: { bookedOn: CalendarDate; cents: Cents } | null;
    /** The statement that was there already. */
    statement: string | number | null;
  };
  backHref: string;
  year: number | null;
}

/** Why long work was refused, and what to do about it. */
export function TaskRefusal({ kind, refusal: { code, text, line, statement }, ...back }: TaskRefusalProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const known = kind === 'statement' && code === 'alreadyDone' && statement !== null;
  const advice = kind === 'statement' && (code === 'alreadyDone' || code === 'periodClosed') ? code : kind;
  return (
    <>
      <Alert tone="bad">
        <p>
          <strong>{t('statement.task.refused')}</strong>
        </p>
        <p>{known ? t('statement.task.known', { statement }) : text}</p>
        {line ? (
          <p>
            {t('statement.task.line', {
              date: formatDate(line.bookedOn, locale),
              amount: formatEuros(line.cents, locale),
            })}
          </p>
        ) : null}
        <p>
          {t('statement.task.nothing')} {t(`statement.task.advice.${advice}`)}
        </p>
      </Alert>
      <p>
        <ButtonLink href={back.backHref}>{t(`statement.task.back.${kind}`, { year: back.year })}</ButtonLink>
      </p>
    </>
  );
}
