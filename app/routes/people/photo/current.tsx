import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

/** The photo of now, larger than on the page of the council, and the way to take it away. */
export function Current({ photo, shown }: { photo: string | null; shown: boolean }) {
  const { t } = useTranslation();
  if (!photo) return <p>{t('people.photo.none')}</p>;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('people.photo.now')}</Heading>
      <p>
        {shown ? (
          <img className="wk-own-photo" src={photo} alt={t('people.photo.alt')} width={160} height={160} />
        ) : (
          t('people.photo.hidden')
        )}
      </p>
      <p>
        <Link href={paths.people.removePhoto}>{t('people.photo.remove')}</Link>
      </p>
    </section>
  );
}
