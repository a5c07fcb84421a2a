import { type TFunction } from 'i18next';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFigure } from '~/ui/chart-figure';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { type Served, servedBy } from '~/domain/voting/served';
import { useNumbers } from './numbers';
import { ReachBars } from './reach-bars';

interface ReachProps {
  /** How many voters got 0, 1, 2… of their choices. */
  reach: readonly number[];
}

/** A table that is longer than this stands behind a line to open. */
const mostRows = 12;

/** How many voters got something of their choice, and how many projects each. */
export function ReachFigure({ reach }: ReachProps) {
  const { t } = useTranslation();
  const served = servedBy(reach);
  const { oneDecimal } = useNumbers();
  const long = reach.length > mostRows;
  const table = <ReachTable reach={reach} />;
  const labels = { winners: t('outcome.reach.winners'), voters: t('outcome.reach.voters') };
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('outcome.reach.title')}</Heading>
      {served.voters === 0 ? (
        <p>{t('outcome.reach.noVoters')}</p>
      ) : (
        <div className={long ? 'wk-reach' : 'wk-reach wk-reach--beside'}>
          <ChartFigure
            headline={headline(served, t)}
            level={3}
            table={long ? <Folded>{table}</Folded> : table}
          >
            <p>{t('outcome.reach.average', { average: oneDecimal(served.average) })}</p>
            <ReachBars bars={reach.map((voters, winners) => ({ winners, voters }))} labels={labels} />
          </ChartFigure>
        </div>
      )}
    </section>
  );
}

function Folded({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <details className="wk-details">
      <summary>{t('outcome.reach.toTable')}</summary>
      {children}
    </details>
  );
}

function headline({ served, voters }: Served, t: TFunction): string {
  if (served === 0) return t('outcome.reach.nobody');
  if (served === voters) return t('outcome.reach.everybody', { count: voters });
  return t('outcome.reach.headline', { count: served, voters });
}

function ReachTable({ reach }: ReachProps) {
  const { t } = useTranslation();
  const { whole, oneDecimal } = useNumbers();
  const { voters: all } = servedBy(reach);
  return (
    <DataTable
      caption={t('outcome.reach.table')}
      captionHidden
      short
      rows={reach.map((voters, winners) => ({ winners, voters }))}
      rowKey={({ winners }) => `${winners}`}
      columns={[
        {
          key: 'winners',
          label: t('outcome.reach.winners'),
          cell: ({ winners }) => t('outcome.reach.projects', { count: winners }),
        },
        {
          key: 'voters',
          label: t('outcome.reach.voters'),
          numeric: true,
          cell: ({ voters }) => whole(voters),
        },
        {
          key: 'part',
          label: t('outcome.reach.part'),
          numeric: true,
          cell: ({ voters }) => `${oneDecimal(Math.floor((voters * 1000) / all) / 10)}\u00a0%`,
        },
      ]}
    />
  );
}
