import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { SelectField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { paths } from '~/paths';
import { type SchemeView } from './view.server';

/** Which two versions to see beside each other: the last two, unless one chooses. */
export function CompareForm({ scheme }: Pick<SchemeView, 'scheme'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, versions } = scheme;
  if (versions.length < 2) return null;
  const options = versions.map((version) => ({
    value: version.id,
    label: `${formatDate(version.validFrom, locale)} (${t(`schemeDesk.standing.${version.standing}`)})`,
  }));
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('schemeDesk.page.compareTitle')}</Heading>
      <form method="get" action={paths.initiative.schemeCompare(id)} className="wk-stack--wide">
        <SelectField
          name="van"
          label={t('schemeDesk.page.compareFrom')}
          options={options}
          defaultValue={versions.at(-2)?.id}
          required
        />
        <SelectField
          name="naar"
          label={t('schemeDesk.page.compareTo')}
          options={options}
          defaultValue={versions.at(-1)?.id}
          required
        />
        <div>
          <Button look="secondary">{t('schemeDesk.page.compare')}</Button>
        </div>
      </form>
    </section>
  );
}
