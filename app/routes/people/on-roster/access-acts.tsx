import { useTranslation } from 'react-i18next';
import { type DeskState } from '~/domain/people/desk';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

interface AccessActsProps {
  id: string;
  state: DeskState;
  /** The page is of who looks: most acts are for a colleague. */
  own: boolean;
  /** It is known or said in which wijk they live. */
  livesHere: boolean;
  /** They have a role or seat, or will have one. */
  goesOn: boolean;
  /** A new second factor was asked for them and waits. */
  factorAsked: boolean;
}

/** What an administrator can do about how somebody comes in; each has a page of its own that says what follows. */
export function AccessActs({ id, state, own, livesHere, goesOn, factorAsked }: AccessActsProps) {
  const { t } = useTranslation();
  const waits = state === 'invited' || state === 'closed';
  const acts = [
    { may: !own && waits && goesOn, act: 'again', href: paths.people.inviteAgain(id) },
    { may: state !== 'ended', act: 'signOut', href: paths.people.signOutEverywhere(id) },
    {
      may: !own && (factorAsked || state === 'open'),
      act: 'factor',
      href: paths.people.renewFactor(id),
    },
    {
      may: !own && state !== 'ended' && (goesOn || state === 'open' || state === 'invited'),
      act: 'disable',
      href: paths.people.disable(id),
    },
    { may: !own && livesHere, act: 'home', href: paths.people.rejectHome(id) },
  ] as const;
  const open = acts.filter(({ may }) => may);
  if (open.length === 0) return null;
  return (
    <section className="wk-stack wk-stack--close" aria-labelledby="toegang">
      <Heading level={2} id="toegang">
        {t('roster.access')}
      </Heading>
      <ul className="wk-plain-list">
        {open.map(({ act, href }) => (
          <li key={act}>
            <Link href={href}>{t(`roster.${act}.link`)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
