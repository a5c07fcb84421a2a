import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ShortForm } from '~/ui/form';
import { type Result } from '~/ui/form-errors';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { paths } from '~/paths';

interface ActOnPersonProps {
  id: string;
  called: string;
  title: string;
  crumb: string;
  intro?: ReactNode;
  /** What follows, a sentence each. */
  means: readonly string[];
  result: Result;
  submit: string;
  defaultValue?: Record<string, string>;
  /** What is asked; nothing where the button says all. */
  children?: Parameters<typeof ShortForm>[0]['children'];
}

/** An act about one person: what follows from it, the one question or button, and the way back. */
export function ActOnPerson({ id, called, title, crumb, intro, means, children, ...form }: ActOnPersonProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.people.roster, label: t('roster.title') },
          { href: paths.people.onRoster(id), label: called },
        ]}
        current={crumb}
      />
      <PageHead title={title}>{intro}</PageHead>
      <ul>
        {means.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <ShortForm {...form}>{children ?? (() => null)}</ShortForm>
      <p>
        <Link href={paths.people.onRoster(id)}>{t('roster.cancel')}</Link>
      </p>
    </div>
  );
}
