import { useTranslation } from 'react-i18next';
import { nameShown, type ShownName } from '~/domain/people/name';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

interface InCouncilsProps {
  councils: readonly { slug: string; name: string }[];
  name: string | null;
  shownName: ShownName;
}

/** What everybody sees of who sits in a council. Shows nothing to others. */
export function InCouncils({ councils, name, shownName }: InCouncilsProps) {
  const { t } = useTranslation();
  if (councils.length === 0) return null;
  const shown = nameShown(name, shownName);
  return (
    <section className="wk-stack" aria-labelledby="mijn-raad">
      <Heading level={2} id="mijn-raad">
        {t('people.me.inCouncils')}
      </Heading>
      <p>{shown ? t('people.me.shownAs', { name: shown }) : t('people.me.shownNameless')}</p>
      <ul>
        {councils.map(({ slug, name: council }) => (
          <li key={slug}>
            <Link href={paths.council.show(slug)}>{council}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href={paths.people.shownName}>{t('people.me.chooseShown')}</Link>
      </p>
      <p>
        <Link href={paths.people.photo}>{t('people.me.choosePhoto')}</Link>
      </p>
    </section>
  );
}
