import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { schemeVersionById } from '#db/reads/initiative/scheme';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { RuleSays } from '~/ui/scheme-rules';
import { DomainError } from '~/domain/errors';
import { compareRules } from '~/domain/initiative/scheme-words';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { type Visit } from '~/http/visit.server';
import { type AskedScheme, askedScheme } from '../shared/scheme-draft.server';
import { SchemeFrame } from '../shared/scheme-frame';

export const handle = { access: { read: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const scheme = await askedScheme(visit);
  const [from, to] = [versionIn(visit, scheme, 'van'), versionIn(visit, scheme, 'naar')];
  const { db } = visit.context;
  const rules = compareRules(await schemeVersionById(db, from.id), await schemeVersionById(db, to.id));
  return {
    title: visit.t('schemeDesk.compare.title'),
    scheme: { id: scheme.id, name: scheme.name },
    from: from.validFrom,
    to: to.validFrom,
    differing: rules.filter(({ differs }) => differs),
    same: rules.filter(({ differs }) => !differs),
  };
});

/** One of the two versions in the address; left out, one of the last two. Throws 'notFound'. */
function versionIn({ url }: Visit, { versions }: AskedScheme, name: 'van' | 'naar') {
  const asked = url.searchParams.get(name);
  const usual = versions.at(name === 'van' ? -2 : -1) ?? versions.at(-1);
  const found = asked === null ? usual : versions.find(({ id }) => id === asked);
  if (!found) throw new DomainError('notFound');
  return found;
}

export const meta: MetaFunction<typeof loader> = metaOf;

type Rule = ReturnType<typeof useLoaderData<typeof loader>>['same'][number];

export default function SchemeCompare() {
  const { t } = useTranslation();
  const { title, scheme, differing, same } = useLoaderData<typeof loader>();
  return (
    <SchemeFrame title={title} scheme={scheme} intro={t('schemeDesk.compare.intro')}>
      <section className="wk-stack">
        <Heading level={2}>{t('schemeDesk.compare.differs')}</Heading>
        {differing.length === 0 ? <p>{t('schemeDesk.compare.nothing')}</p> : <Differing />}
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('schemeDesk.compare.same')}</Heading>
        {same.length === 0 ? <p>{t('schemeDesk.compare.all')}</p> : <Same />}
      </section>
    </SchemeFrame>
  );
}

function Differing() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { differing, from, to } = useLoaderData<typeof loader>();
  const heading = (day: typeof from) => t('schemeDesk.page.fromOn', { from: formatDate(day, locale) });
  return (
    <DataTable<Rule>
      caption={t('schemeDesk.compare.differsTable')}
      captionHidden
      rows={differing}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'rule',
          label: t('schemeDesk.compare.rule'),
          cell: ({ key }) => t(`scheme.rule.${key}`),
        },
        { key: 'from', label: heading(from), cell: (row) => <RuleSays says={row.from} /> },
        { key: 'to', label: heading(to), cell: (row) => <RuleSays says={row.to} /> },
      ]}
    />
  );
}

function Same() {
  const { t } = useTranslation();
  const { same } = useLoaderData<typeof loader>();
  return (
    <DataTable<Rule>
      caption={t('schemeDesk.compare.sameTable')}
      captionHidden
      rows={same}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'rule',
          label: t('schemeDesk.compare.rule'),
          cell: ({ key }) => t(`scheme.rule.${key}`),
        },
        { key: 'both', label: t('schemeDesk.compare.both'), cell: (row) => <RuleSays says={row.from} /> },
      ]}
    />
  );
}
