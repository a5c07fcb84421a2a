import { useTranslation } from 'react-i18next';
import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { type CalendarDate } from '~/domain/calendar';
import { Button } from '~/ui/button';
import { DateField, SelectField, TextField } from '~/ui/field';
import { paths } from '~/paths';

/** What was asked, as it stands in the address; empty where nothing was asked. */
export interface Asked {
  who: string;
  kind: AuditSubjectKind | '';
  subjectId: string;
  act: AuditAct | '';
  from: CalendarDate | '';
  to: CalendarDate | '';
}

interface FilterFormProps {
  asked: Asked;
  /** Dates that cannot be read, as typed: no filter, but shown again with what is wrong. */
  odd: { from: string; to: string };
  kinds: readonly { value: AuditSubjectKind; label: string }[];
  acts: readonly { value: AuditAct; label: string }[];
}

/** Chooses what one sees of the trail; it changes the address and nothing else. */
export function FilterForm({ asked, odd, kinds, acts }: FilterFormProps) {
  const { t } = useTranslation();
  return (
    <form className="wk-search" method="get" action={paths.audit.trail} role="search" noValidate>
      <div className="wk-search__filters">
        <TextField
          name="wie"
          type="search"
          label={t('audit.filter.who')}
          defaultValue={asked.who}
          optionalMark={false}
        />
        <SelectField
          name="soort"
          label={t('audit.filter.kind')}
          empty={t('audit.filter.anyKind')}
          options={kinds}
          defaultValue={asked.kind}
          optionalMark={false}
        />
        <SelectField
          name="daad"
          label={t('audit.filter.act')}
          empty={t('audit.filter.anyAct')}
          options={acts}
          defaultValue={asked.act}
          optionalMark={false}
        />
        <Day name="van" label={t('audit.filter.from')} read={asked.from} odd={odd.from} />
        <Day name="tot" label={t('audit.filter.to')} read={asked.to} odd={odd.to} />
      </div>
      <Button look="secondary">{t('audit.filter.apply')}</Button>
    </form>
  );
}

function Day({ read, odd, ...field }: { name: string; label: string; read: string; odd: string }) {
  const { t } = useTranslation();
  const error = odd ? t('error.dateInvalid') : undefined;
  return <DateField {...field} defaultValue={odd || read} error={error} optionalMark={false} />;
}
