import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

/** The logo of now, larger than in the head of a page, and the way to take it away. */
export function Current({ logo }: { logo: string | null }) {
  const { t } = useTranslation();
  if (!logo) return <p>{t('gemeente.logo.none')}</p>;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('gemeente.logo.now')}</Heading>
      <p>
        <img className="wk-logo wk-logo--large" src={logo} alt={t('gemeente.logo.alt')} />
      </p>
      <p>
        <Link href={paths.site.removeLogo}>{t('gemeente.logo.remove')}</Link>
      </p>
    </section>
  );
}
