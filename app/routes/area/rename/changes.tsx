import { useTranslation } from 'react-i18next';
import { type ManagedWijk } from '#db/reads/area/manage';
import { Alert } from '~/ui/alert';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { paths } from '~/paths';

/** What else can be done with a wijk of today; a preview comes first. */
export function WijkChanges({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('area.rename.more')}</Heading>
      <ul>
        <li>
          <Link href={paths.area.split(id)}>{t('area.rename.split')}</Link>
        </li>
        <li>
          <Link href={paths.area.join(id)}>{t('area.rename.join')}</Link>
        </li>
        <li>
          <Link href={paths.area.leaveOut(id)}>{t('area.rename.leaveOut')}</Link>
        </li>
      </ul>
    </section>
  );
}

/** That a wijk is no more, and how it comes back where it can. */
export function EndedWijk({ wijk: { id, validTo, joined } }: { wijk: ManagedWijk }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const date = validTo === null ? '' : formatDate(validTo, locale);
  return (
    <Alert>
      <p>{joined ? t('area.rename.joined', { wijk: joined.name, date }) : t('area.rename.leftOut')}</p>
      {joined ? null : (
        <p>
          <Link href={paths.area.leaveOut(id)}>{t('area.rename.takeBack')}</Link>
        </p>
      )}
    </Alert>
  );
}
