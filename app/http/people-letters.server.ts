import { type Letter } from '~/domain/people/letter';
import { type Visit } from './visit.server';
import { paths } from '~/paths';

/** What people get by mail around signing in. Links carry the configured address, never one from a request. */
const at = ({ site }: Visit, path: string) => `${site.config.origins[0]}${path}`;

export function codeLetter({ t, locale }: Visit, code: string): Letter {
  const shown = { code: `${code.slice(0, 4)} ${code.slice(4)}` };
  return {
    kind: 'signIn',
    lang: locale,
    subject: t('people.letter.code.subject', shown),
    body: t('people.letter.code.body', shown),
  };
}

export function resetLetter(visit: Visit, token: string): Letter {
  const link = at(visit, paths.people.invitation(token));
  return {
    kind: 'signIn',
    lang: visit.locale,
    subject: visit.t('people.letter.reset.subject'),
    body: visit.t('people.letter.reset.body', { link }),
  };
}

export function noDeskLetter(visit: Visit): Letter {
  const link = at(visit, paths.people.signIn);
  return {
    kind: 'signIn',
    lang: visit.locale,
    subject: visit.t('people.letter.noDesk.subject'),
    body: visit.t('people.letter.noDesk.body', { link }),
  };
}
