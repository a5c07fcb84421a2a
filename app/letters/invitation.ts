import { invitationDays } from '~/domain/initiative/co-invitation';
import { type Letter } from '~/domain/people/letter';
import { firstName } from '~/domain/people/name';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paragraphs, textsIn } from './texts';
import { paths } from '~/paths';

type Asked = {
  token: string;
  title: string;
  /** Name of who asks, as that person wrote it. */
  inviter: string | null;
  area: string;
};

/** To a neighbour who is asked to ask along: what it is, and that nothing happens without an answer. */
export function invitationLetter({ token, title, inviter, area }: Asked, lang: Locale = 'nl'): Letter {
  const { t } = textsIn(lang);
  const who = quoted(firstName(inviter) ?? '') || t('letter.invitation.somebody');
  return {
    kind: 'invitation',
    lang,
    path: paths.initiative.asked(token),
    subject: t('letter.invitation.subject'),
    body: paragraphs([
      t('letter.invitation.asks', { who, area }),
      t('letter.invitation.plan', { who, title: quoted(title) }),
      t('letter.invitation.answer'),
      t('letter.invitation.silent', { days: invitationDays }),
    ]),
  };
}
