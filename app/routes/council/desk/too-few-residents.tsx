import { useTranslation } from 'react-i18next';
import { type ShortageOf } from './view.server';
import { Alert } from '~/ui/alert';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';

/** Too few residents in the council: how many, since when, and until when it may decide all the same. */
export function TooFewResidents({ residents, filled, needed, since, graceUntil, over }: ShortageOf) {
  const { t } = useTranslation();
  const locale = useLocale();
  const dates = { since: formatDate(since, locale), until: formatDate(graceUntil, locale) };
  return (
    <Alert tone="bad">
      <p>
        <strong>{t('council.desk.composition')}</strong>
      </p>
      <p>{t('council.desk.compositionHelp', { residents, filled, needed })}</p>
      <p>{t(over ? 'council.desk.compositionOver' : 'council.desk.compositionSince', dates)}</p>
    </Alert>
  );
}
