import { useTranslation } from 'react-i18next';
import { type GivenRoleName } from '~/domain/access/given-role';
import { DateField, SelectField } from '~/ui/field';

interface RoleFieldsProps {
  field: (
    name: string,
    label: string,
  ) => { name: string; label: string; error: string | undefined; defaultValue: string | undefined };
  role: GivenRoleName;
  reach: 'area' | 'gemeente';
  places: readonly { value: string; label: string }[];
}

/** What a role asks: its wijk or council, and from when until when. */
export function RoleFields({ field, role, reach, places }: RoleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" name="role" value={role} />
      {reach === 'gemeente' ? null : (
        <SelectField
          {...field('areaId', t('roster.give.area'))}
          required
          empty={t('roster.give.areaEmpty')}
          options={places}
        />
      )}
      <DateField
        {...field('validFrom', t('roster.give.validFrom'))}
        required
        help={t('roster.give.validFromHelp')}
      />
      <DateField
        {...field('lastDay', t('roster.give.lastDay'))}
        required={false}
        help={t('roster.give.lastDayHelp')}
      />
    </>
  );
}
