import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Link } from '~/ui/link';
import { paths, withBack } from '~/paths';

/** In the place of a form that needs one's name and birthday. */
export function DetailsFirst({ back }: { back: string }) {
  const { t } = useTranslation();
  return (
    <Alert>
      <p>{t('residence.detailsFirst')}</p>
      <p>
        <Link href={withBack(paths.people.details, back)}>{t('residence.home.noneLink')}</Link>
      </p>
    </Alert>
  );
}
