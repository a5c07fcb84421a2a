import { useTranslation } from 'react-i18next';
import { type GivenRoleName, givenRoles } from '~/domain/access/given-role';
import { Button } from '~/ui/button';
import { SelectField, TextField } from '~/ui/field';
import { paths } from '~/paths';

interface SearchFormProps {
  text: string;
  role: GivenRoleName | undefined;
}

/** Changes the address of the list and nothing else. */
export function SearchForm({ text, role }: SearchFormProps) {
  const { t } = useTranslation();
  return (
    <form className="wk-search" method="get" action={paths.people.roster} role="search" noValidate>
      <div className="wk-search__filters">
        <TextField
          name="zoek"
          type="search"
          label={t('roster.search.text')}
          defaultValue={text}
          optionalMark={false}
        />
        <SelectField
          name="rol"
          label={t('roster.search.role')}
          empty={t('roster.search.anyRole')}
          options={givenRoles.map((each) => ({ value: each, label: t(`access.role.${each}`) }))}
          defaultValue={role}
          optionalMark={false}
        />
        <div className="wk-search__go">
          <Button look="secondary">{t('roster.search.submit')}</Button>
        </div>
      </div>
    </form>
  );
}
