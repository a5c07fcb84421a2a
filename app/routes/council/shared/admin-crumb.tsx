import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { paths } from '~/paths';

/** The way back from a page about one council, for who manages councils. */
export function AdminCrumb({
  council,
  current,
}: {
  council: { slug: string; name: string };
  current: string;
}) {
  const { t } = useTranslation();
  return (
    <Breadcrumb
      items={[
        { href: paths.site.admin, label: t('admin.title') },
        { href: paths.council.adminList, label: t('council.admin.list.title') },
        { href: paths.council.admin(council.slug), label: council.name },
      ]}
      current={current}
    />
  );
}
