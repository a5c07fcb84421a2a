import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths, withBack } from '~/paths';

interface DesksProps {
  councils: readonly { slug: string; name: string }[];
  money: boolean;
  moderation: boolean;
  residents: boolean;
  admin: boolean;
  /** Signed in with a code by e-mail only: the desks stay closed. */
  locked: boolean;
}

/** Where someone with a role goes to work. */
export function Desks({ councils, money, moderation, residents, admin, locked }: DesksProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="mijn-werk">
      <Heading level={2} id="mijn-werk">
        {t('people.me.desks')}
      </Heading>
      {locked ? (
        <p>
          {t('people.me.needStrong')}{' '}
          <Link href={withBack(paths.people.deskSignIn, paths.people.me)}>
            {t('people.me.needStrongLink')}
          </Link>
        </p>
      ) : (
        <ul className="wk-cards">
          {councils.map(({ slug, name }) => (
            <Card key={slug} href={paths.council.desk(slug)} title={t('people.me.council', { name })}>
              {t('people.me.councilHelp')}
            </Card>
          ))}
          {money ? (
            <Card href={paths.money.desk} title={t('people.me.gemeente')}>
              {t('people.me.gemeenteHelp')}
            </Card>
          ) : null}
          {moderation ? (
            <Card href={paths.initiative.moderate} title={t('people.me.moderation')}>
              {t('people.me.moderationHelp')}
            </Card>
          ) : null}
          {residents ? (
            <Card href={paths.people.checkHome} title={t('people.me.check')}>
              {t('people.me.checkHelp')}
            </Card>
          ) : null}
          {admin ? (
            <Card href={paths.site.admin} title={t('people.me.admin')}>
              {t('people.me.adminHelp')}
            </Card>
          ) : null}
        </ul>
      )}
    </section>
  );
}
