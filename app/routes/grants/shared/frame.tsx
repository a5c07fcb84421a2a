import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { paths } from '~/paths';

interface GrantFrameProps {
  grant: { number: number; name: string };
  heading: string;
  children: ReactNode;
}

/** A page for one act on a grant, under the page of that grant. */
export function GrantFrame({ grant: { number, name }, heading, children }: GrantFrameProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.grants.list, label: t('grant.list.crumb') },
          { href: paths.grants.show(number), label: name },
        ]}
        current={heading}
      />
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        {children}
      </div>
    </div>
  );
}
