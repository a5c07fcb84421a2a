import { useTranslation } from 'react-i18next';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { StatusLine } from '~/ui/status-line';
import { type CalendarDate } from '~/domain/calendar';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { stateTones } from '~/ui/initiative-tones';

export interface Standing {
  state: InitiativeState;
  since: CalendarDate;
  /** The council that has it before it, by name. */
  body: string | null;
  /** How many neighbours in favour are still missing. */
  short: number;
  /** The last day to submit it, while it gathers support. */
  submitBy: CalendarDate | null;
  decideBy: CalendarDate | null;
  meetingOn: CalendarDate | null;
  requestedCents: Cents;
  grantedCents: Cents | null;
}

/** Which sentence says what comes next. */
function nextOf({ state, short, meetingOn }: Standing) {
  if (state === 'draft') return null;
  if (state === 'gathering') return short > 0 ? 'gathering' : 'enough';
  if (state === 'onAgenda' && meetingOn === null) return 'submitted';
  return state;
}

/** The word, since when, what comes next, by whom and by when. */
export function InitiativeStatus({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = (date: CalendarDate | null) => (date ? formatDate(date, locale) : '');
  const euros = (cents: Cents | null) => (cents === null ? '' : formatEuros(cents, locale));
  const next = nextOf(standing);
  const values = {
    count: standing.short,
    body: standing.body ?? t('initiative.body.none'),
    date: day(standing.submitBy ?? standing.decideBy),
    meeting: day(standing.meetingOn),
    requested: euros(standing.requestedCents),
    granted: euros(standing.grantedCents),
  };
  return (
    <StatusLine
      tone={stateTones[standing.state]}
      status={t(`initiative.state.${standing.state}`)}
      since={standing.since}
      next={next && t(`initiative.next.${next}`, values)}
    />
  );
}
