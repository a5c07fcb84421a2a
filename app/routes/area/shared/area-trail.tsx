import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { paths } from '~/paths';

/** The way back from a page about the wijken of a gemeente, and from one about one of them. */
export function AreaTrail({ wijk, current }: { wijk?: { id: string; name: string }; current: string }) {
  const { t } = useTranslation();
  const items = [
    { href: paths.site.admin, label: t('admin.title') },
    { href: paths.area.manage, label: t('area.manage.title') },
    ...(wijk ? [{ href: paths.area.rename(wijk.id), label: wijk.name }] : []),
  ];
  return <Breadcrumb items={items} current={current} />;
}
