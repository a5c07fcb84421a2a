import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { type Role } from '~/domain/access/roles';

interface PersonaRowProps {
  id: string;
  name: string;
  /** One Dutch sentence: who this is and what there is to do. */
  persona: string | null;
  area: string | null;
  roles: readonly Role[];
}

/** Someone to enter as; the button sends `person`. */
export function PersonaRow({ id, name, persona, area, roles }: PersonaRowProps) {
  const { t } = useTranslation();
  const names = roles.length > 0 ? [...new Set(roles)] : (['resident'] as const);
  const what = names.map((role) => t(`access.role.${role}`)).join(', ');
  return (
    <li className="wk-persona">
      <div className="wk-stack--close">
        <p className="wk-persona__name">{name}</p>
        <p className="wk-soft wk-small">{area ? `${what} · ${area}` : what}</p>
        <p lang="nl">{persona}</p>
      </div>
      <Button look="secondary" name="person" value={id}>
        {t('people.demo.enter', { name: name.split(' ')[0] })}
      </Button>
    </li>
  );
}
