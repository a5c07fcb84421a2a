import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { type DeskState } from '~/domain/people/desk';
import { DateText, formatDate } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { useLocale } from '~/ui/locale';
import { DeskTag } from '../shared/desk-tag';

interface SignInFactsProps {
  name: string | null;
  email: string;
  state: DeskState;
  lastOn: CalendarDate | null;
  /** Until which day the link of the invitation works. */
  invitedUntil: CalendarDate | null;
}

/** Who it is, and how they come in. */
export function SignInFacts({ name, email, state, lastOn, invitedUntil }: SignInFactsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const until = invitedUntil && formatDate(invitedUntil, locale);
  return (
    <Facts
      items={[
        { label: t('people.me.name'), value: name ?? t('people.me.unknown') },
        { label: t('people.me.email'), value: email },
        {
          label: t('roster.column.state'),
          value: (
            <>
              <DeskTag state={state} />
              <span className="wk-below wk-small">
                {state === 'invited' && until
                  ? t('roster.stateHelp.invited', { until })
                  : t(`roster.stateHelp.${state === 'invited' ? 'closed' : state}`)}
              </span>
            </>
          ),
        },
        { label: t('roster.lastSignIn'), value: lastOn ? <DateText date={lastOn} /> : t('roster.never') },
      ]}
    />
  );
}
