import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

export interface WijkInitiative {
  number: number;
  title: string;
  state: InitiativeState;
  requestedCents: Cents;
  grantedCents: Cents | null;
}

/** States that mean the same to a neighbour, in the order a neighbour wants them. */
const groups = {
  gathering: { states: ['gathering'], tone: 'info' },
  council: { states: ['submitted', 'onAgenda'], tone: 'waiting' },
  granted: { states: ['granted', 'partlyGranted'], tone: 'good' },
  rejected: { states: ['rejected'], tone: 'bad' },
  withdrawn: { states: ['withdrawn'], tone: 'neutral' },
} as const satisfies Record<string, { states: readonly InitiativeState[]; tone: Tone }>;
type Group = keyof typeof groups;

interface WijkInitiativesProps {
  wijk: { slug: string; name: string };
  initiatives: readonly WijkInitiative[];
}

/** What the neighbours of one wijk want, by how far it is. */
export function WijkInitiatives({ wijk, initiatives }: WijkInitiativesProps) {
  const { t } = useTranslation();
  const filled = (Object.keys(groups) as Group[]).flatMap((group) => {
    const states: readonly InitiativeState[] = groups[group].states;
    const own = initiatives.filter(({ state }) => states.includes(state));
    return own.length > 0 ? [{ group, own }] : [];
  });
  if (filled.length === 0) return <NoInitiatives name={wijk.name} />;
  return (
    <section className="wk-stack wk-stack--wide">
      <div className="wk-section-head">
        <Heading level={2}>{t('area.wijk.initiatives', { wijk: wijk.name })}</Heading>
        <Link href={`${paths.initiative.list}?wijk=${wijk.slug}`}>
          {t('area.wijk.allInitiatives', { wijk: wijk.name })}
        </Link>
      </div>
      {filled.map(({ group, own }) => (
        <InitiativeGroup key={group} group={group} initiatives={own} />
      ))}
    </section>
  );
}

function InitiativeGroup({ group, initiatives }: { group: Group; initiatives: readonly WijkInitiative[] }) {
  const { t } = useTranslation();
  return (
    <div className="wk-stack" role="group" aria-label={t(`area.wijk.groups.${group}`)}>
      <Tag tone={groups[group].tone}>{t(`area.wijk.groups.${group}`)}</Tag>
      <ul className="wk-cards">
        {initiatives.map(({ number, title, requestedCents, grantedCents }) => (
          <Card
            key={number}
            href={paths.initiative.show(number)}
            title={title}
            below={
              <p className="wk-soft wk-small">
                {t(grantedCents === null ? 'area.home.asks' : 'area.home.got')}{' '}
                <Money cents={grantedCents ?? requestedCents} />
              </p>
            }
          />
        ))}
      </ul>
    </div>
  );
}

function NoInitiatives({ name }: { name: string }) {
  const { t } = useTranslation();
  const action = { href: paths.initiative.start, label: t('area.wijk.noInitiatives.action') };
  return (
    <EmptyState title={t('area.wijk.noInitiatives.title')} action={action}>
      {t('area.wijk.noInitiatives.text', { wijk: name })}
    </EmptyState>
  );
}
