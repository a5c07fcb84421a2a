import { useTranslation } from 'react-i18next';
import { rolesBesideCouncils } from '~/domain/access/given-role';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

/** The first step of giving a role: which one. It changes the address and nothing else. */
export function RoleChoice() {
  const { t } = useTranslation();
  return (
    <form className="wk-stack--wide" method="get" noValidate>
      <RadioGroup
        name="rol"
        label={t('roster.give.role')}
        required
        options={rolesBesideCouncils.map((role) => ({
          value: role,
          label: t(`access.role.${role}`),
          help: t(`roster.may.${role}`),
        }))}
      />
      <p>
        {t('roster.give.seats')} <Link href={paths.council.adminList}>{t('roster.give.toCouncils')}</Link>
      </p>
      <div>
        <Button>{t('roster.give.next')}</Button>
      </div>
    </form>
  );
}
