import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { roundTitle } from '~/domain/voting/round-title';
import { useRoundTime, useRoundTexts } from '../shared/round-texts';
import { paths } from '~/paths';

interface RoundSummary {
  number: number;
  name: string;
  place: string;
  area: string;
  currency: string;
  budgetCents: Cents;
  projects: number;
  voters: number;
  beganOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  year: number | null;
  /** How many projects won; null while that is not counted. */
  chosen: number | null;
}

/** A finished round in a list. */
export function RoundCard({ round }: { round: RoundSummary }) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(round.currency);
  const when = useRoundTime({ ...round, beganOn: null });
  const { place, area, chosen, projects, voters } = round;
  return (
    <Card
      href={paths.voting.outcome(round.number)}
      title={roundTitle(round)}
      level={2}
      above={[place || area, when].filter(Boolean).join(' · ')}
      below={
        <strong>
          {chosen === null
            ? t('round.list.counting')
            : t('round.list.chosen', { chosen: number(chosen), projects: number(projects) })}
        </strong>
      }
    >
      <p>{t('round.list.budget', { budget: amount(round.budgetCents) })}</p>
      <p>{t('round.list.voters', { count: voters, voters: number(voters) })}</p>
    </Card>
  );
}
