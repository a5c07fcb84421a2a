import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { ButtonLink } from '~/ui/button';
import { type ItemLoader } from './route';
import { paths } from '~/paths';

type ReportView = ReturnType<typeof useLoaderData<ItemLoader>>['reports'][number];

/** What the reports on this item still ask, and of whom. */
export function Reports() {
  const { t } = useTranslation();
  const { item, reports } = useLoaderData<ItemLoader>();
  if (item.phase !== 'open' && item.phase !== 'ahead') return null;
  return reports.map((report) => {
    if (report.state === 'dismissed') return <p key={report.id}>{t('council.report.dismissed')}</p>;
    return report.state === 'told' || report.state === 'denied' ? (
      <Waiting key={report.id} report={report} />
    ) : null;
  });
}

function Waiting({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const { mine, name } = report;
  const who = name ?? t('council.report.someone');
  return (
    <Alert tone="waiting">
      <p>
        <strong>{mine ? t('council.report.waits.mine') : t('council.report.waits.other', { who })}</strong>
      </p>
      {report.state === 'told' ? <Unanswered report={report} /> : <Denied report={report} />}
    </Alert>
  );
}

/** The member is to speak; who rules may do so when the member keeps silent. */
function Unanswered({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const { mine, judging, heard } = report;
  return (
    <>
      <p>{t(mine ? 'council.report.waits.answerMine' : 'council.report.waits.answer')}</p>
      {judging ? <p>{t(heard ? 'council.report.waits.heard' : 'council.report.waits.silence')}</p> : null}
      {mine ? <Onwards report={report} to="reportAnswer" /> : null}
      {judging && heard ? <Onwards report={report} to="reportRuling" /> : null}
    </>
  );
}

function Denied({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const { mine, judging } = report;
  const judge = t(`council.report.judge.${report.judge}`);
  if (judging)
    return (
      <>
        <p>{t('council.report.waits.rulingYours')}</p>
        <Onwards report={report} to="reportRuling" />
      </>
    );
  return <p>{t(mine ? 'council.report.waits.rulingMine' : 'council.report.waits.ruling', { judge })}</p>;
}

function Onwards({ report, to }: { report: ReportView; to: 'reportAnswer' | 'reportRuling' }) {
  const { t } = useTranslation();
  const { item } = useLoaderData<ItemLoader>();
  return (
    <p>
      <ButtonLink href={paths.council[to](...item.at, report.id)}>
        {t(to === 'reportAnswer' ? 'council.report.waits.toAnswer' : 'council.report.waits.toRuling')}
      </ButtonLink>
    </p>
  );
}
