import { useTranslation } from 'react-i18next';
import { Facts } from '~/ui/facts';
import { Link } from '~/ui/link';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { type VoteType } from '~/domain/voting/round-file';
import { useRoundTime, useRoundTexts } from '../shared/round-texts';
import { paths } from '~/paths';

export interface PublishedRound {
  number: number;
  title: string;
  place: string;
  beganOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  year: number | null;
  currency: string;
  voteType: VoteType;
  budgetCents: Cents;
  projects: number;
  voters: number;
  most: number | null;
  elsewhere: boolean;
}

interface RoundFactsProps {
  round: PublishedRound;
  area: { name: string; slug: string; kind: string };
}

/** Where and when a round was held, over how much, and how people voted. */
export function RoundFacts({ round, area }: RoundFactsProps) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(round.currency);
  const when = useRoundTime(round);
  const { elsewhere, voteType, most, budgetCents, projects, voters } = round;
  return (
    <Facts
      items={[
        {
          label: t('round.facts.place'),
          value: <Place place={round.place} elsewhere={elsewhere} area={area} />,
        },
        ...(when === undefined ? [] : [{ label: t('round.facts.when'), value: when }]),
        { label: t('round.facts.budget'), value: amount(budgetCents) },
        { label: t('round.facts.projects'), value: number(projects) },
        { label: t('round.facts.voters'), value: number(voters) },
        {
          label: t('round.facts.how'),
          value:
            voteType === 'approval' && most !== null
              ? t('round.voted.atMost', { count: most })
              : t(`round.voted.${voteType}`),
        },
      ]}
    />
  );
}

/** A wijk of this gemeente has a page of its own; a place elsewhere is called as its file does. */
function Place({
  place,
  elsewhere,
  area,
}: {
  place: string;
  elsewhere: boolean;
  area: RoundFactsProps['area'];
}) {
  if (elsewhere || area.kind !== 'wijk') return place || area.name;
  return <Link href={paths.area.wijk(area.slug)}>{area.name}</Link>;
}
