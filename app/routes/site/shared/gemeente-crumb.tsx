import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { paths } from '~/paths';

/** The way from the desk of an administrator to a page about the gemeente. */
export function GemeenteCrumb({ current }: { current: string }) {
  const { t } = useTranslation();
  return (
    <Breadcrumb
      items={[
        { href: paths.site.admin, label: t('admin.title') },
        { href: paths.site.gemeente, label: t('gemeente.title') },
      ]}
      current={current}
    />
  );
}
