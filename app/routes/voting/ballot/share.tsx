import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { type ChosenPlan } from './choices';
import { PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { planHref } from '../shared/project-query';
import { type Counting } from '../shared/reason';
import { useRoundWords } from '../shared/round-words';

/** Rounded down to the hundredth; `exact` in units as a fraction where that is not all of it. */
interface SaidAmount {
  cents: Cents;
  exact: string | null;
}

type Paid = ChosenPlan & { amount: SaidAmount };

interface Share {
  endowment: SaidAmount;
  spent: SaidAmount;
  left: SaidAmount;
  paid: readonly Paid[];
}

interface BallotShareProps {
  ballot: { number: number; chosen: readonly ChosenPlan[]; share: Share | null };
  round: { number: number; language?: string };
  counting: Counting;
}

const cycle = ['full', 'hatched', 'dotted'] as const;
const lookOf = (index: number) => cycle[index % cycle.length]!;

/** Where the share of one voter went: the purse as a bar, and the same figures in a table. */
export function BallotShare({ ballot: { number, chosen, share }, round, counting }: BallotShareProps) {
  const { t } = useTranslation();
  const { amount } = useRoundWords(counting.currency);
  const id = useId().replaceAll(':', '');
  if (!share) return chosen.some(({ won }) => won !== null) ? <p>{t('plan.ballot.noShares')}</p> : null;
  const { endowment, spent, left, paid } = share;
  return (
    <section className="wk-stack wk-ballot">
      <Heading level={3}>{t('plan.ballot.shareTitle')}</Heading>
      <p>
        {t(spent.cents > 0n ? 'plan.ballot.share' : 'plan.ballot.shareNone', {
          endowment: amount(endowment.cents),
          spent: amount(spent.cents),
          left: amount(left.cents),
        })}
      </p>
      <PartsBar
        id={id}
        parts={[
          ...paid.map((plan, index) => ({
            key: plan.key,
            look: lookOf(index),
            percent: percentOf(plan.amount.cents, endowment.cents),
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
  const { exact } = useRoundWords(counting.currency);
  const rows = [...paid.map((plan, index) => ({ plan, index })), { plan: null, index: paid.length }];
  return (
    <DataTable
      caption={t('plan.ballot.shareTable', { number })}
      captionHidden
      rows={rows}
      rowKey={({ index }) => `${index}`}
      columns={[
        {
          key: 'plan',
          label: t('plan.ballot.plan'),
          cell: ({ plan, index }) => (
            <span className="wk-ballot__part">
              <PartSwatch id={id} look={plan ? lookOf(index) : 'empty'} />
              {plan ? (
                <span>
                  {index + 1}.{' '}
                  <Link href={planHref(round.number, plan.place, counting.rule)} lang={round.language}>
                    {plan.name}
                  </Link>
                  <WhyNothing plan={plan} />
                </span>
              ) : (
                t('plan.ballot.left')
              )}
            </span>
          ),
        },
        {
          key: 'paid',
          label: t('plan.ballot.paid'),
          numeric: true,
          cell: ({ plan }) => exact(plan ? plan.amount.cents : left.cents),
        },
      ]}
      total={[t('plan.ballot.total'), exact(endowment.cents)]}
    />
  );
}

/** A winner that this ballot voted for and did not pay for. */
function WhyNothing({ plan: { amount, fate } }: { plan: Paid }) {
  const { t } = useTranslation();
  if (amount.cents > 0n || amount.exact !== null) return null;
  const why = fate === 'filledUp' || fate === 'free' ? fate : 'usedUp';
  return <span className="wk-ballot__why wk-small wk-soft">{t(`plan.ballot.${why}`)}</span>;
}

/** The amounts that are no whole hundredths, as fractions. */
function Exact({ share: { endowment, left, paid }, currency }: { share: Share; currency: string }) {
  const { t } = useTranslation();
  const lines = [
    ...paid.map(({ name, amount }) => ({ name, exact: amount.exact })),
    { name: t('plan.ballot.left'), exact: left.exact },
    { name: t('plan.ballot.total'), exact: endowment.exact },
  ].filter(({ exact }) => exact !== null);
  if (lines.length === 0) return null;
  return (
    <>
      <p className="wk-small">{t('plan.ballot.rounded')}</p>
      <details className="wk-details">
        <summary>{t('plan.ballot.exact')}</summary>
        <p>{t('plan.ballot.exactIntro', { currency })}</p>
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
