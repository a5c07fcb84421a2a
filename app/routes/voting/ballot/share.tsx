import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { type ChosenProject } from './choices';
import { PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { projectHref } from '../shared/project-query';
import { type Counting } from '../shared/reason';
import { useRoundTexts } from '../shared/round-texts';

/** Rounded down to the hundredth; `exact` in units as a fraction where that is not all of it. */
interface SaidAmount {
  cents: Cents;
  exact: string | null;
}

type Paid = ChosenProject & { amount: SaidAmount };

interface Share {
  endowment: SaidAmount;
  spent: SaidAmount;
  left: SaidAmount;
  paid: readonly Paid[];
}

interface BallotShareProps {
  ballot: { number: number; chosen: readonly ChosenProject[]; share: Share | null };
  round: { number: number; language?: string };
  counting: Counting;
}

const cycle = ['full', 'hatched', 'dotted'] as const;
const lookOf = (index: number) => cycle[index % cycle.length]!;

/** Where the share of one voter went: the purse as a bar, and the same figures in a table. */
export function BallotShare({ ballot: { number, chosen, share }, round, counting }: BallotShareProps) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(counting.currency);
  const id = useId().replaceAll(':', '');
  if (!share) return chosen.some(({ won }) => won !== null) ? <p>{t('project.ballot.noShares')}</p> : null;
  const { endowment, spent, left, paid } = share;
  return (
    <section className="wk-stack wk-ballot">
      <Heading level={3}>{t('project.ballot.shareTitle')}</Heading>
      <p>
        {t(spent.cents > 0n ? 'project.ballot.share' : 'project.ballot.shareNone', {
          endowment: amount(endowment.cents),
          spent: amount(spent.cents),
          left: amount(left.cents),
        })}
      </p>
      <PartsBar
        id={id}
        parts={[
          ...paid.map((project, index) => ({
            key: project.key,
            look: lookOf(index),
            percent: percentOf(project.amount.cents, endowment.cents),
            mark: `${index + 1}`,
          })),
          { key: 'left', look: 'empty', percent: percentOf(left.cents, endowment.cents) },
        ]}
      />
      <ShareTable id={id} share={share} number={number} round={round} counting={counting} />
      <Exact share={share} currency={counting.currency} />
    </section>
  );
}

interface ShareTableProps extends Omit<BallotShareProps, 'ballot'> {
  id: string;
  share: Share;
  number: number;
}

function ShareTable({ id, share: { endowment, left, paid }, number, round, counting }: ShareTableProps) {
  const { t } = useTranslation();
  const { exact } = useRoundTexts(counting.currency);
  const rows = [...paid.map((project, index) => ({ project, index })), { project: null, index: paid.length }];
  return (
    <DataTable
      caption={t('project.ballot.shareTable', { number })}
      captionHidden
      rows={rows}
      rowKey={({ index }) => `${index}`}
      columns={[
        {
          key: 'project',
          label: t('project.ballot.project'),
          cell: ({ project, index }) => (
            <span className="wk-ballot__part">
              <PartSwatch id={id} look={project ? lookOf(index) : 'empty'} />
              {project ? (
                <span>
                  {index + 1}.{' '}
                  <Link href={projectHref(round.number, project.place, counting.rule)} lang={round.language}>
                    {project.name}
                  </Link>
                  <WhyNothing project={project} />
                </span>
              ) : (
                t('project.ballot.left')
              )}
            </span>
          ),
        },
        {
          key: 'paid',
          label: t('project.ballot.paid'),
          numeric: true,
          cell: ({ project }) => exact(project ? project.amount.cents : left.cents),
        },
      ]}
      total={[t('project.ballot.total'), exact(endowment.cents)]}
    />
  );
}

/** A winner that this ballot voted for and did not pay for. */
function WhyNothing({ project: { amount, fate } }: { project: Paid }) {
  const { t } = useTranslation();
  if (amount.cents > 0n || amount.exact !== null) return null;
  const why = fate === 'filledUp' || fate === 'free' ? fate : 'usedUp';
  return <span className="wk-ballot__why wk-small wk-soft">{t(`project.ballot.${why}`)}</span>;
}

/** The amounts that are no whole hundredths, as fractions. */
function Exact({ share: { endowment, left, paid }, currency }: { share: Share; currency: string }) {
  const { t } = useTranslation();
  const lines = [
    ...paid.map(({ name, amount }) => ({ name, exact: amount.exact })),
    { name: t('project.ballot.left'), exact: left.exact },
    { name: t('project.ballot.total'), exact: endowment.exact },
  ].filter(({ exact }) => exact !== null);
  if (lines.length === 0) return null;
  return (
    <>
      <p className="wk-small">{t('project.ballot.rounded')}</p>
      <details className="wk-details">
        <summary>{t('project.ballot.exact')}</summary>
        <p>{t('project.ballot.exactIntro', { currency })}</p>
        <dl className="wk-ballot__exact">
          {lines.map(({ name, exact }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{exact}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
