import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

/** Tells an applicant in time that they must show where they live before it can be handed in: a letter takes days. */
export function ShowHomeFirst() {
  const { t } = useTranslation();
  return (
    <Alert tone="waiting">
      <p>{t('initiative.submit.unproven')}</p>
      <p>
        <Link href={paths.people.home}>{t('residence.show')}</Link>
      </p>
    </Alert>
  );
}
