import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type Example } from '~/domain/voting/example';
import { useTexts } from './texts';

type Way = 'byShares' | 'byVotes';

/** How the example ends by equal shares, and beside it by most votes. */
export function ExampleOutcome({ example }: { example: Example }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('shares.outcome.intro')}</p>
      <div className="wk-split">
        <End example={example} way="byShares" />
        <End example={example} way="byVotes" />
      </div>
      <div className="wk-shares-gains">
        <GainsTable example={example} />
      </div>
      <p>{t('shares.outcome.fair')}</p>
    </>
  );
}

function End({ example, way }: { example: Example; way: Way }) {
  const { t } = useTranslation();
  const { euros, names } = useTexts();
  const { chosen, total, over, gains, served } = example[way];
  const without = gains.filter(({ got }) => got === 0).map(({ voter }) => voter);
  return (
    <section className="wk-shares-end wk-stack">
      <Heading level={3}>{t(`shares.outcome.${way}`)}</Heading>
      <p>{t(`shares.outcome.how.${way}`)}</p>
      <ul className="wk-shares-end__projects">
        {example.projects.map(({ id, cost }) => (
          <li key={id}>
            <span>
              {t(`shares.project.${id}`)} (<Money cents={cost} />)
            </span>
            <Tag tone={chosen.includes(id) ? 'good' : 'neutral'}>
              {t(chosen.includes(id) ? 'shares.outcome.chosen' : 'shares.outcome.notChosen')}
            </Tag>
          </li>
        ))}
      </ul>
      <p>{t('shares.outcome.money', { total: euros(total), over: euros(over) })}</p>
      <p>
        <strong>{t('shares.outcome.served', { served, voters: gains.length })}</strong>{' '}
        {without.length > 0 ? t('shares.outcome.nothing', { names: names(without) }) : null}
      </p>
    </section>
  );
}

function GainsTable({ example: { byShares, byVotes } }: { example: Example }) {
  const { t } = useTranslation();
  const rows = byShares.gains.map((gain, index) => ({ ...gain, byVotes: byVotes.gains[index]?.got }));
  return (
    <DataTable
      caption={t('shares.outcome.table')}
      rows={rows}
      rowKey={({ voter }) => voter}
      columns={[
        { key: 'voter', label: t('shares.rounds.voter'), cell: ({ voter }) => voter },
        { key: 'asked', label: t('shares.outcome.voted'), numeric: true, cell: ({ asked }) => asked },
        { key: 'shares', label: t('shares.outcome.short.byShares'), numeric: true, cell: ({ got }) => got },
        {
          key: 'votes',
          label: t('shares.outcome.short.byVotes'),
          numeric: true,
          cell: ({ byVotes: got }) => got,
        },
      ]}
    />
  );
}
