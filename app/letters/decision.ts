import { type CalendarDate } from '~/domain/calendar';
import { type LegalRegime } from '~/domain/council/appeal';
import { type Cents } from '~/domain/money/cents';
import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paragraphs, textsIn } from './texts';
import { paths } from '~/paths';

type Decided = {
  decisionId: string;
  outcome: 'adopted' | 'notAdopted' | 'postponed' | 'invalid' | 'referred';
  reasons: string;
  council: string;
  /** Under which law the fund stands: on whose behalf the council decides. domain.md §2.5. */
  regime: LegalRegime;
  initiative: { number: number; title: string; requestedCents: Cents };
  /** What was proposed to give: given when adopted. */
  proposedCents: Cents;
  /** To whom one writes to disagree, and until or before which day; null where there is nothing to disagree with yet. */
  objection: { to: 'gemeente' | 'board'; day: CalendarDate } | null;
};

/** To all applicants: what was decided, why, what comes next, and how one disagrees. art. 3:41 Awb. */
export function decisionLetter(decided: Decided, lang: Locale = 'nl'): Letter {
  const { t, day } = textsIn(lang);
  const { decisionId, regime, reasons, initiative, objection } = decided;
  const { number, title } = initiative;
  return {
    kind: 'decision',
    lang,
    subject: t('letter.decision.subject', { number }),
    body: paragraphs([
      summaryOf(decided, lang),
      t('letter.about', { number, title: quoted(title) }),
      t(`letter.decision.behalf.${regime}`),
      reasons ? t('letter.decision.why', { reasons: quoted(reasons) }) : '',
      nextStep(decided, lang),
      objection ? t(`letter.decision.objection.${objection.to}`, { day: day(objection.day) }) : '',
      t('letter.decision.more'),
    ]),
    path: paths.council.decision(decisionId),
  };
}

function summaryOf({ outcome, council, initiative, proposedCents }: Decided, lang: Locale): string {
  const { t, euros } = textsIn(lang);
  const { requestedCents } = initiative;
  const partly = outcome === 'adopted' && proposedCents < requestedCents;
  return t(`letter.decision.outcome.${partly ? 'adoptedPartly' : outcome}`, {
    council,
    granted: euros(proposedCents),
    asked: euros(requestedCents),
  });
}

function nextStep({ outcome }: Decided, lang: Locale): string {
  const { t } = textsIn(lang);
  if (outcome === 'adopted') return t('letter.decision.ready');
  return outcome === 'notAdopted' ? '' : t('letter.decision.wait');
}
