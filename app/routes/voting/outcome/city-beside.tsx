import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { type Cents } from '~/domain/money/cents';
import { type CityGap } from '~/domain/voting/city';
import { type RuleName } from '~/domain/voting/rule-names';
import { projectHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';

/** A project that stands otherwise with the city than in the outcome that is shown. */
interface GapInList {
  place: number;
  name: string;
  costCents: Cents;
  /** Whether the city chose it; if not, the outcome that is shown did. */
  city: boolean;
  why: CityGap;
}

interface Choice {
  rule: string;
  chosen: number;
  same: number;
  /** Whether the city's rule gives what the city chose; null where we cannot count it. */
  confirmed: boolean | null;
  exceptions: number;
  gaps: readonly GapInList[];
  /** What the file says about it, point by point. */
  comment: readonly string[];
}

export interface CityProps {
  round: { number: number; currency: string; language?: string };
  /** The rule of the outcome that is shown. */
  shown: RuleName;
  city: {
    choice: Choice | null;
    parts: readonly ('category' | 'neighborhood')[];
  };
}

/** What the city itself chose, and why that differs. */
export function CityBeside({ round, shown, city: { choice, parts } }: CityProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="stad">
      <Heading level={2} id="stad">
        {t(choice ? 'outcome.city.title' : 'outcome.city.titleParts')}
      </Heading>
      {parts.map((part) => (
        <p key={part}>{t(`outcome.city.parts.${part}`)}</p>
      ))}
      {choice ? (
        <ChoiceDescription round={round} shown={shown} choice={choice} />
      ) : (
        <p>{t('outcome.city.noColumn')}</p>
      )}
    </section>
  );
}

interface ChoiceProps extends Pick<CityProps, 'round' | 'shown'> {
  choice: Choice;
}

function ChoiceDescription({ round, shown, choice }: ChoiceProps) {
  const { t } = useTranslation();
  const { rule, gaps, comment } = choice;
  const how =
    rule === 'unknown' ? t('outcome.city.ruleUnknown') : t('outcome.city.rule', { rule: wayOf(rule, t) });
  return (
    <>
      <p>
        {how} {rule === 'unknown' ? null : confirmation(choice, t)}
      </p>
      <p>{agreement(choice, t)}</p>
      {gaps.length > 0 ? <Gaps round={round} shown={shown} choice={choice} /> : null}
      {comment.length > 0 ? (
        <div className="wk-stack wk-stack--close">
          <p>{t('outcome.city.comment')}</p>
          <blockquote className="wk-quote" lang="en">
            {comment.map((point) => (
              <p key={point}>{point}</p>
            ))}
          </blockquote>
        </div>
      ) : null}
    </>
  );
}

const ways = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'greedy-exclusive',
  'greedy-custom',
  'equalshares',
  'equalshares-comparison',
  'equalshares/add1',
  'equalshares/add1-comparison',
] as const;

/** How a city counted in a few words; its own name for it where we have none. */
function wayOf(rule: string, t: TFunction): string {
  const way = ways.find((each) => each === rule);
  return way ? t(`outcome.city.rules.${way}`) : t('outcome.city.rules.own', { rule });
}

function confirmation({ confirmed, exceptions }: Choice, t: TFunction): string {
  if (confirmed === null) return t('outcome.city.notCounted');
  if (!confirmed) return t('outcome.city.notConfirmed');
  return t(exceptions > 0 ? 'outcome.city.confirmedExceptions' : 'outcome.city.confirmed');
}

/** How much of what the city chose is chosen here too. */
function agreement({ chosen, same, gaps }: Choice, t: TFunction): string {
  if (chosen === 0) return t(gaps.length > 0 ? 'outcome.city.none' : 'outcome.city.noneBoth');
  if (gaps.length === 0) return t('outcome.city.allSame', { count: chosen });
  const chose = t('outcome.city.chose', { count: chosen });
  if (same === 0) return `${chose} ${t('outcome.city.hereNone', { count: chosen })}`;
  if (same === chosen) return `${chose} ${t('outcome.city.hereAll', { count: chosen })}`;
  return `${chose} ${t('outcome.city.hereSome', { count: same })}`;
}

function Gaps({ round, shown, choice: { rule, gaps } }: ChoiceProps) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(round.currency);
  const fate = (chosen: boolean) => (
    <Tag tone={chosen ? 'good' : 'neutral'}>
      {t(chosen ? 'outcome.city.chosen' : 'outcome.city.notChosen')}
    </Tag>
  );
  return (
    <div className="wk-scroll">
      <DataTable
        caption={t('outcome.city.table')}
        rows={gaps}
        rowKey={({ place }) => `${place}`}
        columns={[
          {
            key: 'project',
            label: t('outcome.city.project'),
            cell: ({ place, name }) => (
              <Link href={projectHref(round.number, place, shown)} lang={round.language}>
                {name}
              </Link>
            ),
          },
          {
            key: 'cost',
            label: t('outcome.city.cost'),
            numeric: true,
            cell: ({ costCents }) => amount(costCents),
          },
          { key: 'here', label: t('outcome.city.here'), cell: ({ city }) => fate(!city) },
          { key: 'there', label: t('outcome.city.there'), cell: ({ city }) => fate(city) },
          {
            key: 'why',
            label: t('outcome.city.why'),
            cell: ({ why }) => t(`outcome.city.gap.${why}`, { rule: wayOf(rule, t) }),
          },
        ]}
      />
    </div>
  );
}
