import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Money } from '~/ui/money';
import { cents, sum } from '~/domain/money/cents';
import { type Example, type ExampleRound } from '~/domain/voting/example';
import { ExamplePurses } from './example-purses';
import { useTexts } from './texts';

/** The projects of the example and who voted for them. */
export function ExampleBallots({ projects, budget }: Pick<Example, 'projects' | 'budget'>) {
  const { t } = useTranslation();
  const { euros, names } = useTexts();
  const cost = euros(sum(projects.map((project) => project.cost)));
  return (
    <>
      <p>{t('shares.ballots.intro', { budget: euros(budget), cost })}</p>
      <DataTable
        caption={t('shares.ballots.table')}
        rows={projects}
        rowKey={({ id }) => id}
        columns={[
          { key: 'project', label: t('shares.ballots.project'), cell: ({ id }) => t(`shares.project.${id}`) },
          {
            key: 'cost',
            label: t('shares.ballots.cost'),
            numeric: true,
            cell: (project) => <Money cents={project.cost} />,
          },
          { key: 'who', label: t('shares.ballots.who'), cell: ({ voters }) => names(voters) },
          {
            key: 'votes',
            label: t('shares.ballots.votes'),
            numeric: true,
            cell: ({ voters }) => voters.length,
          },
        ]}
      />
    </>
  );
}

/** The rounds of the example: what happens, the purses, and the same figures in a table. */
export function ExampleRounds({ example }: { example: Example }) {
  const { t } = useTranslation();
  const { euros } = useTexts();
  const { budget, share, rounds, byShares } = example;
  return (
    <>
      <p>
        {t('shares.rounds.start', {
          budget: euros(budget),
          voters: byShares.gains.length,
          share: euros(share),
        })}
      </p>
      <p>{t('shares.rounds.rule')}</p>
      {rounds.map((round, index) => (
        <section key={round.project} className="wk-shares-round">
          <Heading level={3}>
            {t('shares.rounds.round', { number: index + 1, project: t(`shares.project.${round.project}`) })}
          </Heading>
          <RoundStory round={round} />
          <ExamplePurses purses={round.purses} share={share} number={index + 1} />
          <Lost round={round} />
        </section>
      ))}
    </>
  );
}

function RoundStory({ round: { votes, cost, payment, purses } }: { round: ExampleRound }) {
  const { t } = useTranslation();
  const { euros, number, names } = useTexts();
  const inFull = purses.filter(({ paid }) => paid === payment).map(({ voter }) => voter);
  const short = purses.filter(({ paid }) => paid > 0n && paid < payment);
  return (
    <p>
      {t('shares.rounds.why', { votes: number(votes), cost: euros(cost) })}{' '}
      {t('shares.rounds.pay', { count: inFull.length, names: names(inFull), payment: euros(payment) })}
      {short.map(({ voter, paid, vote }) => (
        <strong key={voter}>
          {' '}
          {t('shares.rounds.short', { voter, paid: euros(paid), vote: number(vote) })}
        </strong>
      ))}
    </p>
  );
}

function Lost({ round }: { round: ExampleRound }) {
  const { t } = useTranslation();
  const { euros } = useTexts();
  return round.lost.map(({ project, cost, left }) => (
    <p key={project} className="wk-shares-lost">
      {t('shares.rounds.lost', {
        project: t(`shares.project.${project}`),
        cost: euros(cost),
        left: euros(left),
        lack: euros(cents(cost - left)),
      })}
    </p>
  ));
}
