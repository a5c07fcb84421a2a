import { useTranslation } from 'react-i18next';
import { type Buurt } from '#db/reads/area/ground';
import { Agree } from '~/routes/area/shared/agree';
import { WijkUses } from '~/routes/area/shared/uses';
import { DataTable } from '~/ui/data-table';
import { type Result } from '~/ui/form-errors';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { formatNumber } from '~/ui/number-format';
import { type SplitPreview } from '~/usecases/area/split-area.server';
import { paths } from '~/paths';

interface LookProps {
  wijk: { id: string; name: string; codes: readonly string[] };
  preview: SplitPreview;
  buurten: readonly Buurt[];
  chosen: { name: string; buurten: readonly string[] };
  result: Result;
}

/** What a split would do, before it is done. */
export function Look({ wijk, preview, buurten, chosen, result }: LookProps) {
  const { t } = useTranslation();
  const { made, kept, uses } = preview;
  const names = { wijk: wijk.name, name: made.name };
  return (
    <>
      <Heading level={2}>{t('area.split.preview')}</Heading>
      <Sides sides={kept ? [made, kept] : [made]} buurten={buurten} />
      {kept ? (
        <>
          <p>{t('area.split.goesOn', names)}</p>
          <WijkUses uses={uses} />
          {uses.residents > 0 ? <p>{t('area.split.residents', names)}</p> : null}
        </>
      ) : (
        <p>{t('area.split.ends', names)}</p>
      )}
      <p>
        {made.addresses + (kept?.addresses ?? 0) > 0
          ? t('area.split.postcodes', names)
          : t('area.split.noPostcodes')}
      </p>
      <p>{t('area.split.after', names)}</p>
      <Agree
        result={result}
        submit={t('area.split.submit')}
        back={{ href: paths.area.split(wijk.id), label: t('area.split.other') }}
      >
        <input type="hidden" name="name" value={chosen.name} />
        {chosen.buurten.map((code) => (
          <input key={code} type="hidden" name="buurten" value={code} />
        ))}
        {wijk.codes.map((code) => (
          <input key={code} type="hidden" name="was" value={code} />
        ))}
      </Agree>
    </>
  );
}

/** The new wijk and the old one beside each other. */
function Sides({ sides, buurten }: { sides: readonly SplitPreview['made'][]; buurten: readonly Buurt[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = new Map(buurten.map(({ code, name }) => [code, name]));
  const counted = (count: number | null) =>
    count === null ? t('area.manage.unknown') : formatNumber(count, locale);
  return (
    <DataTable
      caption={t('area.split.preview')}
      captionHidden
      rows={sides}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'name', label: t('area.split.side'), cell: ({ name }) => name },
        {
          key: 'codes',
          label: t('area.split.parts'),
          cell: ({ codes }) => codes.map((code) => names.get(code) ?? code).join(', '),
        },
        {
          key: 'inhabitants',
          label: t('area.manage.inhabitants'),
          numeric: true,
          cell: ({ inhabitants }) => counted(inhabitants),
        },
        {
          key: 'addresses',
          label: t('area.split.addresses'),
          numeric: true,
          cell: ({ addresses }) => counted(addresses),
        },
      ]}
    />
  );
}
