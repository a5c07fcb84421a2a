import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { paths } from '~/paths';

/** The way back from a page on which one shows where one lives. */
export function HomeCrumbs({ current }: { current: string }) {
  const { t } = useTranslation();
  return (
    <Breadcrumb
      items={[
        { href: paths.people.me, label: t('people.me.title') },
        { href: paths.people.home, label: t('residence.home.title') },
      ]}
      current={current}
    />
  );
}
