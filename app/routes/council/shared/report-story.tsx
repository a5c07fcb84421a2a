import { useTranslation } from 'react-i18next';
import { type Report } from '#db/reads/council/conflict-report';
import { calendarDateIn } from '~/domain/calendar';
import { Timeline, type TimelineItem } from '~/ui/timeline';

/** What everybody may read of a report: duties, days and reasons, and nobody's name. */
export function publicReport(report: Report) {
  const { id, reporterDuty, reason, reportedAt } = report;
  const { answer, answerReason, answeredAt, ruling, rulingReason, ruledAt, judgeDuty } = report;
  return {
    ...{ id, reporterDuty, reason, reportedAt },
    ...{ answer, answerReason, answeredAt, ruling, rulingReason, ruledAt, judgeDuty },
  };
}

export type PublicReport = ReturnType<typeof publicReport>;

/** A report, its answer and its ruling, each with its day and reason. */
export function ReportStory({ report }: { report: PublicReport }) {
  const { t } = useTranslation();
  const { id, answer, answeredAt, ruling, ruledAt } = report;
  const written = (text: string | null) => (text ? <p className="wk-prose--written">{text}</p> : undefined);
  const items: TimelineItem[] = [
    {
      id: `${id}-report`,
      date: calendarDateIn(report.reportedAt),
      who: t(`council.report.by.${report.reporterDuty}`),
      what: t('council.report.record.reported'),
      detail: written(report.reason),
    },
  ];
  if (answer && answeredAt)
    items.push({
      id: `${id}-answer`,
      date: calendarDateIn(answeredAt),
      who: t('council.report.record.theMember'),
      what: t(`council.report.record.${answer}`),
      detail: written(report.answerReason),
    });
  if (ruling && ruledAt)
    items.push({
      id: `${id}-ruling`,
      date: calendarDateIn(ruledAt),
      who: t(`council.report.by.${report.judgeDuty ?? 'member'}`),
      what: t(`council.report.record.${answer ? ruling : (`${ruling}Unheard` as const)}`),
      detail: written(report.rulingReason),
      tone: 'info',
    });
  return <Timeline items={items} />;
}
