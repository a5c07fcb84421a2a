import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paths } from '~/paths';
import { paragraphs, textsIn } from './texts';

/** To all applicants: enough neighbours are for it, so it can be handed in, and what begins then. domain.md §2.3. */
export function supportLetter(
  { number, title, weeks }: { number: number; title: string; weeks: number },
  lang: Locale = 'nl',
): Letter {
  const { t } = textsIn(lang);
  return {
    kind: 'support',
    lang,
    path: paths.initiative.show(number),
    subject: t('letter.support.subject', { number }),
    body: paragraphs([
      t('letter.support.enough'),
      t('letter.about', { number, title: quoted(title) }),
      t('letter.support.handIn', { count: weeks }),
      t('letter.support.notYet'),
    ]),
  };
}
