import { type Letter } from '~/domain/people/letter';
import { type Locale } from '~/i18n';
import { textsIn } from './texts';
import { paths } from '~/paths';

/** A code to sign in with, eight signs. */
export function codeLetter(code: string, lang: Locale): Letter {
  const { t } = textsIn(lang);
  const shown = { code: `${code.slice(0, 4)} ${code.slice(4)}` };
  return {
    kind: 'signIn',
    lang,
    subject: t('letter.code.subject', shown),
    body: t('letter.code.body', shown),
  };
}

/** The link to a new password. `origin` is the configured address of the site, never one from a request. */
export function resetLetter({ origin, token }: { origin: string; token: string }, lang: Locale): Letter {
  const { t } = textsIn(lang);
  const link = origin + paths.people.invitation(token);
  return {
    kind: 'signIn',
    lang,
    subject: t('letter.reset.subject'),
    body: t('letter.reset.body', { link }),
  };
}

/** That no password belongs to this address. `origin` as in `resetLetter`. */
export function noDeskLetter({ origin }: { origin: string }, lang: Locale): Letter {
  const { t } = textsIn(lang);
  const link = origin + paths.people.signIn;
  return {
    kind: 'signIn',
    lang,
    subject: t('letter.noDesk.subject'),
    body: t('letter.noDesk.body', { link }),
  };
}
