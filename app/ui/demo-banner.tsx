import { useTranslation } from 'react-i18next';
import { paths } from '~/paths';

/** Says on every page that nothing here is real, and where to become somebody else. */
export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <>
      {t('site.demo.notice')} <a href={paths.people.demo}>{t('site.demo.enter')}</a>
    </>
  );
}
