import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { PageHead } from '~/ui/page-head';
import { paths } from '~/paths';

interface SchemeFrameProps {
  title: string;
  /** The scheme that the page is about; the page of a scheme itself leaves it out, the list of them is `null`. */
  scheme?: { id: string; name: string } | null;
  intro?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page about schemes: the way back, the heading, and what it is for. */
export function SchemeFrame({ title, scheme, intro, narrow = false, children }: SchemeFrameProps) {
  const { t } = useTranslation();
  const items = [
    { href: paths.site.admin, label: t('admin.title') },
    ...(scheme === null ? [] : [{ href: paths.initiative.schemes, label: t('schemeDesk.list.title') }]),
    ...(scheme ? [{ href: paths.initiative.scheme(scheme.id), label: scheme.name }] : []),
  ];
  return (
    <div className={narrow ? 'wk-page wk-page--narrow' : 'wk-page'}>
      <Breadcrumb items={items} current={title} />
      <PageHead title={title}>{intro}</PageHead>
      {children}
    </div>
  );
}
