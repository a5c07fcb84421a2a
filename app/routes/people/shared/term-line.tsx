import { useTranslation } from 'react-i18next';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { type ShownTerm } from './roster-view.server';

/** A role with the wijk or council that it is for. */
export function RoleName({ term: { role, place } }: { term: Pick<ShownTerm, 'role' | 'place'> }) {
  const { t } = useTranslation();
  const name = t(`access.role.${role}`);
  return <>{place === null ? name : `${name}, ${place}`}</>;
}

/** From when until when somebody has a role, in words. */
export function TermDays({ term: { validFrom, lastDay, when } }: { term: ShownTerm }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const from = formatDate(validFrom, locale);
  if (when === 'never') return <>{t('roster.term.never', { from })}</>;
  if (lastDay !== null) return <>{t('roster.term.between', { from, until: formatDate(lastDay, locale) })}</>;
  return <>{t(when === 'later' ? 'roster.term.later' : 'roster.term.since', { from })}</>;
}
