import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

/** What is guarded against whom, and what is not. */
export function Guarded() {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('audit.guarded.title')}</Heading>
      <ul className="wk-stack wk-stack--close">
        <li>{t('audit.guarded.append')}</li>
        <li>{t('audit.guarded.chain')}</li>
        <li>
          {t('audit.guarded.end')} <Link href={paths.ledger.journalCsv}>{t('audit.guarded.keep')}</Link>
        </li>
        <li>{t('audit.guarded.log')}</li>
        <li>{t('audit.guarded.booked')}</li>
      </ul>
    </section>
  );
}
