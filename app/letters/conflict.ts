import { type ConflictRuling } from '~/domain/lifecycle/conflict-report';
import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paths } from '~/paths';
import { paragraphs, textsIn } from './texts';

/** The agenda item that a report of an interest is about. */
export type ReportedItem = {
  itemId: string;
  meetingId: string;
  council: { name: string; slug: string };
  initiative: { number: number; title: string };
};

/** Asks a member whether a report of their interest is right. */
export function reportedLetter(
  item: ReportedItem,
  { reportId, reporter, reason }: { reportId: string; reporter: string; reason: string },
  lang: Locale = 'nl',
): Letter {
  const { t } = textsIn(lang);
  return {
    ...letterAt(paths.council.reportAnswer(...placeOf(item), reportId), lang),
    subject: t('letter.conflict.reported.subject', { number: item.initiative.number }),
    body: paragraphs([
      t('letter.conflict.reported.says', { reporter: quoted(reporter), council: item.council.name }),
      about(item, lang),
      t('letter.conflict.reason', { reason: quoted(reason) }),
      t('letter.conflict.reported.answer'),
      t('letter.conflict.reported.until'),
      t('letter.conflict.reported.silent'),
    ]),
  };
}

/** Asks who rules to do so, now that the member denied it. */
export function deniedLetter(
  item: ReportedItem,
  report: { reportId: string; name: string; reason: string; answer: string },
  lang: Locale = 'nl',
): Letter {
  const { t } = textsIn(lang);
  return {
    ...letterAt(paths.council.reportRuling(...placeOf(item), report.reportId), lang),
    subject: t('letter.conflict.denied.subject', { number: item.initiative.number }),
    body: paragraphs([
      t('letter.conflict.denied.rule', { name: quoted(report.name), council: item.council.name }),
      about(item, lang),
      t('letter.conflict.denied.report', { reason: quoted(report.reason) }),
      t('letter.conflict.denied.answer', { reason: quoted(report.answer) }),
      t('letter.conflict.denied.until'),
    ]),
  };
}

/** Tells a member what was ruled about them. */
export function ruledLetter(
  item: ReportedItem,
  { ruling, reason }: { ruling: ConflictRuling; reason: string },
  lang: Locale = 'nl',
): Letter {
  const { t } = textsIn(lang);
  return {
    ...letterAt(paths.council.item(...placeOf(item)), lang),
    subject: t('letter.conflict.ruled.subject', { number: item.initiative.number }),
    body: paragraphs([
      t(`letter.conflict.ruled.${ruling}`),
      about(item, lang),
      t('letter.conflict.reason', { reason: quoted(reason) }),
    ]),
  };
}

const placeOf = ({ council, meetingId, itemId }: ReportedItem) => [council.slug, meetingId, itemId] as const;

const letterAt = (path: string, lang: Locale) => ({ kind: 'conflict' as const, lang, path });

function about({ initiative: { number, title } }: ReportedItem, lang: Locale): string {
  return textsIn(lang).t('letter.about', { number, title: quoted(title) });
}
