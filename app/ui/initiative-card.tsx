import { useTranslation } from 'react-i18next';
import { type Theme } from '~/domain/initiative/purpose';
import { Card } from './card';
import { Money } from './money';
import { Tag } from './tag';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { UserText } from './user-text';
import { stateTones } from './initiative-tones';
import { paths } from '~/paths';

/** What a list needs of an initiative; amounts in cents. */
export interface InitiativeSummary {
  number: number;
  title: string;
  summary: string;
  theme: Theme | null;
  state: InitiativeState;
  requestedCents: Cents;
  grantedCents: Cents | null;
  area: { name: string };
}

export function InitiativeCard({ item, level }: { item: InitiativeSummary; level?: 2 | 3 }) {
  const { t } = useTranslation();
  const { area, theme, state, grantedCents } = item;
  return (
    <Card
      href={paths.initiative.show(item.number)}
      title={<UserText>{item.title}</UserText>}
      level={level}
      above={theme ? `${area.name} · ${t(`initiative.theme.${theme}`)}` : area.name}
      below={
        <div className="wk-cluster wk-cluster--apart">
          <Tag tone={stateTones[state]}>{t(`initiative.state.${state}`)}</Tag>
          <span>
            {t(grantedCents === null ? 'initiative.card.asks' : 'initiative.card.gets')}{' '}
            <strong>
              <Money cents={grantedCents ?? item.requestedCents} />
            </strong>
          </span>
        </div>
      }
    >
      {item.summary ? <UserText>{item.summary}</UserText> : null}
    </Card>
  );
}
