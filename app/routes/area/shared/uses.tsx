import { useTranslation } from 'react-i18next';
import { useLocale } from '~/ui/locale';
import { type AreaUses } from '~/domain/area/leave-out';
import { formatEuros } from '~/domain/money/format';

/** What hangs on a wijk that is about to change, a line each. */
export function WijkUses({ uses: { residents, openInitiatives, left } }: { uses: AreaUses }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul>
      <li>{t('area.uses.residents', { count: residents })}</li>
      <li>{t('area.uses.initiatives', { count: openInitiatives })}</li>
      <li>{t('area.uses.left', { amount: formatEuros(left, locale) })}</li>
    </ul>
  );
}
