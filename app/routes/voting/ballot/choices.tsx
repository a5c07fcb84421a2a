import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { type Cents } from '~/domain/money/cents';
import { type VoteType } from '~/domain/voting/round-file';
import { type Fate } from '~/domain/voting/reasons';
import { projectHref } from '../shared/project-query';
import { type Counting } from '../shared/reason';
import { useRoundTexts } from '../shared/round-texts';

export interface ChosenProject {
  key: string;
  place: number;
  name: string;
  costCents: Cents;
  /** What the ballot gave it: one, or its points. */
  score: number;
  /** Null while the round is not counted. */
  won: boolean | null;
  fate: Fate | null;
}

interface BallotChoicesProps {
  ballot: { number: number; chosen: readonly ChosenProject[] };
  round: { number: number; voteType: VoteType; language?: string };
  counting: Counting;
}

/** What stands on one ballot, in its own order, and which of it was chosen. */
export function BallotChoices({ ballot: { number, chosen }, round, counting }: BallotChoicesProps) {
  const { t } = useTranslation();
  const texts = useRoundTexts(counting.currency);
  const counted = chosen.every(({ won }) => won !== null);
  if (chosen.length === 0) return <p>{t('project.ballot.empty')}</p>;
  const won = texts.number(chosen.filter((project) => project.won).length);
  const points: Column<ChosenProject> = {
    key: 'points',
    label: t('project.ballot.points'),
    numeric: true,
    cell: ({ score }) => texts.number(score),
  };
  return (
    <div className="wk-stack wk-ballot">
      <p>
        {counted ? t('project.ballot.reach', { count: chosen.length, won }) : t('project.ballot.countingNow')}
      </p>
      {round.voteType === 'ordinal' ? <p>{t('project.ballot.ranks')}</p> : null}
      <DataTable
        caption={t('project.ballot.table', { number })}
        captionHidden
        rows={chosen}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'project',
            label: t('project.ballot.project'),
            cell: ({ place, name }) => (
              <Link href={projectHref(round.number, place, counting.rule)} lang={round.language}>
                {name}
              </Link>
            ),
          },
          ...(counting.pointed ? [points] : []),
          {
            key: 'cost',
            label: t('project.ballot.cost'),
            numeric: true,
            cell: ({ costCents }) => texts.amount(costCents),
          },
          { key: 'state', label: t('project.ballot.state'), cell: (project) => <State won={project.won} /> },
        ]}
      />
    </div>
  );
}

function State({ won }: { won: boolean | null }) {
  const { t } = useTranslation();
  if (won === null) return <Tag tone="waiting">{t('project.ballot.counting')}</Tag>;
  return <Tag tone={won ? 'good' : 'neutral'}>{t(won ? 'round.state.chosen' : 'round.state.rest')}</Tag>;
}
