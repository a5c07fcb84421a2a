import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { DateText } from './date';
import { Icon } from './icon';
import { type Tone } from './tone';

interface StatusLineProps {
  tone: Tone;
  /** "In behandeling bij de buurtraad" */
  status: string;
  since?: CalendarDate;
  /** What comes next and by whom: "Besluit uiterlijk di 3 maart." */
  next?: ReactNode;
}

export function StatusLine({ tone, status, since, next }: StatusLineProps) {
  const { t } = useTranslation();
  return (
    <div className={`wk-status wk-tone--${tone}`}>
      <Icon name={tone} />
      <p className="wk-status__text">
        <strong className="wk-status__word">{status}</strong>
        {since ? (
          <span className="wk-soft">
            {' '}
            {t('ui.status.since')} <DateText date={since} />
          </span>
        ) : null}
        {next ? <span className="wk-status__next">{next}</span> : null}
      </p>
    </div>
  );
}
