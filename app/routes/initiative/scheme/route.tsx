import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatList } from '~/ui/number-format';
import { RuleList } from '~/ui/scheme-rules';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { SchemeFrame } from '../shared/scheme-frame';
import { RuleMarks } from '../shared/scheme-marks';
import { CompareForm } from './compare-form';
import { Versions } from './versions';
import { schemeView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const view = await schemeView(visit);
  return { title: view.scheme.name, ...view };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemePage() {
  const { t } = useTranslation();
  const { scheme } = useLoaderData<typeof loader>();
  const { id, name, legalRegime, versions } = scheme;
  return (
    <SchemeFrame title={name}>
      <div className="wk-split">
        <section className="wk-stack wk-prose">
          <Heading level={2}>{t(`scheme.regime.${legalRegime}`)}</Heading>
          <p>{t(`scheme.regime.means.${legalRegime}`)}</p>
        </section>
        <Wijken />
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('schemeDesk.page.versions')}</Heading>
        {versions.length === 0 ? (
          <p>{t('schemeDesk.page.noVersions')}</p>
        ) : (
          <Versions schemeId={id} versions={versions} />
        )}
        <p>
          <ButtonLink href={paths.initiative.schemeDraft(id)}>
            {t(versions.length === 0 ? 'schemeDesk.page.firstVersion' : 'schemeDesk.page.newVersion')}
          </ButtonLink>
        </p>
      </section>
      <Rules />
      <CompareForm scheme={scheme} />
    </SchemeFrame>
  );
}

function Wijken() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { scheme, wijken } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('schemeDesk.page.wijken')}</Heading>
      <p>{wijken.length === 0 ? t('schemeDesk.page.noWijken') : formatList(wijken, locale)}</p>
      <p>
        <Link href={paths.initiative.schemeAreas(scheme.id)}>{t('schemeDesk.page.changeWijken')}</Link>
      </p>
    </section>
  );
}

function Rules() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { shown } = useLoaderData<typeof loader>();
  if (!shown) return null;
  return (
    <section className="wk-stack" id="regels">
      <Heading level={2}>{t('schemeDesk.page.rules', { date: formatDate(shown.validFrom, locale) })}</Heading>
      <div className="wk-prose">
        <p>{t('schemeDesk.page.rulesIntro')}</p>
        <p>{t('schemeDesk.page.uncheckedIntro')}</p>
      </div>
      <RuleList rules={shown.rules} mark={(rule) => <RuleMarks rule={rule} />} />
    </section>
  );
}
