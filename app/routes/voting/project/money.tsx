import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents, max, subtract, sum, zero } from '~/domain/money/cents';
import { type Counting, type JudgedProject } from '../shared/reason';
import { PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { projectHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';

interface WentTo {
  place: number;
  name: string;
  amount: Cents;
}

export interface ProjectMoneyProps {
  project: JudgedProject & { wentTo: readonly WentTo[] };
  number: number;
  counting: Counting;
  language?: string;
}

/** So many rows are seen at once; the others open. */
const first = 10;

/** Where the money of a project's supporters went instead, and what was left when it could no longer be paid. */
export function ProjectMoney({ project, number, counting, language }: ProjectMoneyProps) {
  const { t } = useTranslation();
  const { wentTo, left } = project;
  const sorted = [...wentTo].sort((a, b) => Number(b.amount - a.amount));
  const rest = sorted.slice(first);
  const shared = { number, counting, language, most: sorted[0]?.amount ?? zero };
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('project.money.title')}</Heading>
      {left === null ? null : <Left project={project} left={left} currency={counting.currency} />}
      {sorted.length > 0 ? (
        <>
          <p>{t(left === null ? 'project.money.also' : 'project.money.intro')}</p>
          <MoneyBars
            {...shared}
            rows={sorted.slice(0, first)}
            total={rest.length > 0 ? null : sum(amounts(sorted))}
          />
        </>
      ) : null}
      {rest.length > 0 ? (
        <details className="wk-details">
          <summary>{t('project.money.rest', { count: rest.length })}</summary>
          <MoneyBars {...shared} rows={rest} total={sum(amounts(sorted))} />
        </details>
      ) : null}
      {sorted.length > 0 ? <p className="wk-small">{t('project.rounded')}</p> : null}
    </section>
  );
}

const amounts = (rows: readonly WentTo[]) => rows.map(({ amount }) => amount);

/** What its supporters still had against the cost, when it fell out. */
function Left({ project, left, currency }: { project: JudgedProject; left: Cents; currency: string }) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(currency);
  const id = useId().replaceAll(':', '');
  const { costCents, lostAfterRounds } = project;
  const lack = max(subtract(costCents, left), zero);
  const parts = [
    { key: 'left', look: 'full', cents: left },
    { key: 'lack', look: 'dotted', cents: lack },
  ] as const;
  return (
    <div className="wk-project-figure wk-stack">
      <p>
        {t(lostAfterRounds ? 'project.money.leftAfter' : 'project.money.leftAtStart', {
          round: lostAfterRounds,
          cost: amount(costCents),
        })}
      </p>
      <PartsBar
        id={id}
        parts={parts.map(({ cents, ...part }) => ({ ...part, percent: percentOf(cents, costCents) }))}
      />
      <dl className="wk-parts__legend">
        {parts.map(({ key, look, cents }) => (
          <div key={key}>
            <dt>
              <PartSwatch id={id} look={look} />
              {t(`project.money.${key}`)}
            </dt>
            <dd className="wk-figures">{amount(cents)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface MoneyBarsProps {
  rows: readonly WentTo[];
  /** The amount that a full bar stands for. */
  most: Cents;
  total: Cents | null;
  number: number;
  counting: Counting;
  language?: string;
}

/** Bars and figures in one table. */
function MoneyBars({ rows, most, total, number, counting, language }: MoneyBarsProps) {
  const { t } = useTranslation();
  const { exact } = useRoundTexts(counting.currency);
  return (
    <div className="wk-project-bars">
      <DataTable
        caption={t('project.money.table')}
        captionHidden
        rows={rows}
        rowKey={({ place }) => `${place}`}
        columns={[
          {
            key: 'project',
            label: t('project.money.project'),
            cell: ({ place, name }) => (
              <Link href={projectHref(number, place, counting.rule)} lang={language}>
                {name}
              </Link>
            ),
          },
          {
            key: 'bar',
            label: t('project.money.bar'),
            cell: ({ amount }) => (
              <svg
                className="wk-project-bars__bar"
                width="100%"
                height="20"
                aria-hidden="true"
                focusable="false"
              >
                <rect width={`${Math.max(percentOf(amount, most), 0.5)}%`} height="100%" />
              </svg>
            ),
          },
          {
            key: 'amount',
            label: t('project.money.paid'),
            numeric: true,
            cell: ({ amount }) => exact(amount),
          },
        ]}
        total={total === null ? undefined : [t('project.money.total'), '', exact(total)]}
      />
    </div>
  );
}
