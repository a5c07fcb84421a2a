import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { ButtonLink } from '~/ui/button';
import { type ItemView } from './view.server';
import { paths } from '~/paths';

type ReportProps = Pick<ItemView, 'item'> & { report: ItemView['reports'][number] };

/** What the reports on this item still ask, and of whom. */
export function Reports({ item, reports }: Pick<ItemView, 'item' | 'reports'>) {
  const { t } = useTranslation();
  if (item.phase !== 'open' && item.phase !== 'ahead') return null;
  return reports.map((report) => {
    if (report.state === 'dismissed') return <p key={report.id}>{t('council.report.dismissed')}</p>;
    return report.state === 'reported' || report.state === 'denied' ? (
      <Waiting key={report.id} report={report} item={item} />
    ) : null;
  });
}

function Waiting({ report, item }: ReportProps) {
  const { t } = useTranslation();
  const { mine, name } = report;
  const who = name ?? t('council.report.someone');
  return (
    <Alert tone="waiting">
      <p>
        <strong>{mine ? t('council.report.waits.mine') : t('council.report.waits.other', { who })}</strong>
      </p>
      {report.state === 'reported' ? (
        <Unanswered report={report} item={item} />
      ) : (
        <Denied report={report} item={item} />
      )}
    </Alert>
  );
}

/** The member is to speak; who rules may do so when the member keeps silent. */
function Unanswered({ report, item }: ReportProps) {
  const { t } = useTranslation();
  const { mine, judging, heard } = report;
  return (
    <>
      <p>{t(mine ? 'council.report.waits.answerMine' : 'council.report.waits.answer')}</p>
      {judging ? <p>{t(heard ? 'council.report.waits.heard' : 'council.report.waits.silence')}</p> : null}
      {mine ? <Onwards report={report} item={item} to="reportAnswer" /> : null}
      {judging && heard ? <Onwards report={report} item={item} to="reportRuling" /> : null}
    </>
  );
}

function Denied({ report, item }: ReportProps) {
  const { t } = useTranslation();
  const { mine, judging } = report;
  const judge = t(`council.report.judge.${report.judge}`);
  if (judging)
    return (
      <>
        <p>{t('council.report.waits.rulingYours')}</p>
        <Onwards report={report} item={item} to="reportRuling" />
      </>
    );
  return <p>{t(mine ? 'council.report.waits.rulingMine' : 'council.report.waits.ruling', { judge })}</p>;
}

function Onwards({ report, item, to }: ReportProps & { to: 'reportAnswer' | 'reportRuling' }) {
  const { t } = useTranslation();
  return (
    <p>
      <ButtonLink href={paths.council[to](...item.at, report.id)}>
        {t(to === 'reportAnswer' ? 'council.report.waits.toAnswer' : 'council.report.waits.toRuling')}
      </ButtonLink>
    </p>
  );
}
