import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { schemeById, schemeVersionOn } from '#db/reads/initiative/scheme';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { DateField, SelectField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { ResidentRules } from '~/ui/scheme-rules';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { rulesInWords } from '~/domain/initiative/scheme-words';
import { typedWithin, windows } from '~/domain/windows';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { type Visit } from '~/http/visit.server';
import { SchemeFrame } from '../shared/scheme-frame';

export const handle = { access: { read: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => {
  const { db, today } = visit.context;
  const wijken = await wijkenOn(db, today);
  const asked = visit.url.searchParams.get('wijk');
  const wijk = wijken.find(({ slug }) => slug === asked) ?? wijken[0] ?? null;
  const day = dayIn(visit);
  const version = wijk && (await schemeVersionOn(db, wijk.id, day));
  const scheme = version && (await schemeById(db, version.schemeId));
  return {
    title: visit.t('schemeDesk.preview.title'),
    wijken,
    wijk,
    day,
    scheme: scheme && { id: scheme.id, name: scheme.name, legalRegime: scheme.legalRegime },
    rules: version ? rulesInWords(version) : null,
  };
});

/** The day in the address; today for what is none. */
function dayIn({ url, context: { today } }: Visit): CalendarDate {
  try {
    return typedWithin(windows.other, url.searchParams.get('op') ?? today);
  } catch (error) {
    if (error instanceof DomainError) return today;
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemePreview() {
  const { t } = useTranslation();
  const { title, wijken, wijk, day } = useLoaderData<typeof loader>();
  return (
    <SchemeFrame title={title} intro={t('schemeDesk.preview.intro')}>
      <form method="get" className="wk-stack--wide">
        <SelectField
          name="wijk"
          label={t('schemeDesk.preview.wijk')}
          options={wijken.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={wijk?.slug}
          required
        />
        <DateField name="op" label={t('schemeDesk.preview.day')} defaultValue={day} required />
        <div>
          <Button look="secondary">{t('schemeDesk.preview.submit')}</Button>
        </div>
      </form>
      <Seen />
    </SchemeFrame>
  );
}

function Seen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { wijk, day, scheme, rules } = useLoaderData<typeof loader>();
  if (!wijk) return <p>{t('area.wijken.none')}</p>;
  const date = formatDate(day, locale);
  return (
    <section className="wk-preview wk-stack">
      <p className="wk-preview__label">{t('schemeDesk.preview.seen', { wijk: wijk.name, date })}</p>
      <Heading level={2}>{t('scheme.shown.title')}</Heading>
      {scheme && rules ? (
        <>
          <ResidentRules rules={rules} />
          <p>{t('schemeDesk.preview.scheme', { name: scheme.name })}</p>
          <p>{t(`scheme.regime.means.${scheme.legalRegime}`)}</p>
        </>
      ) : (
        <p>{t('schemeDesk.preview.none', { wijk: wijk.name })}</p>
      )}
    </section>
  );
}
