import { type GivenRoleName } from '~/domain/access/given-role';
import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { type Letter } from '~/domain/people/letter';
import { type Locale } from '~/i18n';
import { paragraphs, textsIn } from './texts';
import { paths } from '~/paths';

type Invited = {
  token: string;
  /** What they will be, with the wijk or council it is for. */
  roles: readonly { role: GivenRoleName; place: string | null }[];
  /** Until when the link works. */
  until: Date;
};

/** To somebody who gets a role: which, and how they come in. */
export function deskInvitationLetter({ token, roles, until }: Invited, lang: Locale = 'nl'): Letter {
  const { t, day } = textsIn(lang);
  const named = roles.map(({ role, place }) => {
    const name = t(`access.role.${role}`);
    return place === null ? name : t('letter.desk.roleFor', { role: name, place });
  });
  return {
    kind: 'invitation',
    lang,
    path: paths.people.invitation(token),
    subject: t('letter.desk.subject'),
    body: paragraphs([
      t('letter.desk.asks'),
      t('letter.desk.roles', { roles: named.join(', ') }),
      t('letter.desk.how'),
      t('letter.desk.term', { day: day(calendarDateIn(until)), time: wallTime(until) }),
      t('letter.desk.unexpected'),
    ]),
  };
}

/** To somebody who lost their second factor, once two administrators agreed: how they make a new one. */
export function newFactorLetter(
  { token, until }: Pick<Invited, 'token' | 'until'>,
  lang: Locale = 'nl',
): Letter {
  const { t, day } = textsIn(lang);
  return {
    kind: 'signIn',
    lang,
    path: paths.people.invitation(token),
    subject: t('letter.factor.subject'),
    body: paragraphs([
      t('letter.factor.says'),
      t('letter.factor.closed'),
      t('letter.desk.how'),
      t('letter.desk.term', { day: day(calendarDateIn(until)), time: wallTime(until) }),
      t('letter.factor.unexpected'),
    ]),
  };
}
