import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { calendarDateIn } from '~/domain/calendar';
import { outcomeHref } from '../shared/project-query';

interface WithdrawnProps {
  withdrawal: { at: Date; reason: string };
  /** The round in which the same vote was read in again. */
  replacedBy: number | null;
}

/** For whoever comes to a round that was withdrawn: when, why, and what came in its place. */
export function Withdrawn({ withdrawal: { at, reason }, replacedBy }: WithdrawnProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="ingetrokken">
      <Heading level={2} id="ingetrokken">
        {t('round.withdrawn.title')}
      </Heading>
      <Alert tone="bad">
        <p>
          {t('round.withdrawn.on')} <DateText date={calendarDateIn(at)} />
        </p>
        <p className="wk-prose--written">{t('round.withdrawn.reason', { reason })}</p>
      </Alert>
      <p>{t('round.withdrawn.means')}</p>
      {replacedBy === null ? null : (
        <p>
          <Link href={outcomeHref(replacedBy)}>{t('round.withdrawn.again')}</Link>
        </p>
      )}
    </section>
  );
}
