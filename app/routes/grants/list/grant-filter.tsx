import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/field';
import { type GrantPhase, grantPhases } from '~/domain/ledger/grant';
import { paths } from '~/paths';

interface GrantFilterProps {
  year: number;
  wijken: readonly { slug: string; name: string }[];
  asked: { wijk: string; phase: GrantPhase | '' };
}

/** A form that changes the address alone: which wijk and how far. */
export function GrantFilter({ year, wijken, asked }: GrantFilterProps) {
  const { t } = useTranslation();
  return (
    <form className="wk-filter" method="get" action={paths.grants.list}>
      <input type="hidden" name="jaar" value={year} />
      <SelectField
        name="wijk"
        label={t('grant.list.wijk')}
        empty={t('grant.list.anyWijk')}
        options={wijken.map(({ slug, name }) => ({ value: slug, label: name }))}
        defaultValue={asked.wijk}
        optionalMark={false}
      />
      <SelectField
        name="stand"
        label={t('grant.list.phase')}
        empty={t('grant.list.anyPhase')}
        options={grantPhases.map((phase) => ({ value: phase, label: t(`grant.phase.${phase}`) }))}
        defaultValue={asked.phase}
        optionalMark={false}
      />
      <Button look="secondary">{t('grant.list.filter')}</Button>
    </form>
  );
}
