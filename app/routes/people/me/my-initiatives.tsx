import { useTranslation } from 'react-i18next';
import { stateTones } from '~/ui/initiative-tones';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateText } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { Tag } from '~/ui/tag';
import { type CalendarDate } from '~/domain/calendar';
import { type Paged } from '~/domain/paging';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

const start = paths.initiative.start;

/** What someone asked money for, and the way to ask for more. */
export function MyInitiatives({ initiatives }: { initiatives: Paged<MyInitiative> }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="mijn-initiatieven">
      <Heading level={2} id="mijn-initiatieven">
        {t('people.me.initiatives')}
      </Heading>
      {initiatives.total === 0 ? (
        <EmptyState
          level={3}
          title={t('people.me.noInitiatives')}
          action={{ href: start, label: t('people.me.start') }}
        >
          {t('people.me.noInitiativesHelp')}
        </EmptyState>
      ) : (
        <>
          <ul className="wk-cards">
            {initiatives.rows.map((one) => (
              <MyCard key={one.number} one={one} />
            ))}
          </ul>
          <Pagination
            list={initiatives}
            what={t('people.me.initiatives')}
            name="initiatieven"
            anchor="mijn-initiatieven"
          />
          <p>
            <ButtonLink href={start} look="secondary">
              {t('people.me.start')}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

interface MyInitiative {
  number: number;
  title: string;
  state: InitiativeState;
  requestedCents: Cents;
  grantedCents: Cents | null;
  decideBy: CalendarDate | null;
  area: { name: string };
}

function MyCard({ one }: { one: MyInitiative }) {
  const { t } = useTranslation();
  const waits = one.decideBy && ['submitted', 'onAgenda'].includes(one.state);
  return (
    <Card
      href={paths.initiative.show(one.number)}
      title={one.title}
      above={one.area.name}
      below={
        <div className="wk-cluster wk-cluster--apart">
          <Tag tone={stateTones[one.state]}>{t(`initiative.state.${one.state}`)}</Tag>
          <strong>
            <Money cents={one.grantedCents ?? one.requestedCents} />
          </strong>
        </div>
      }
    >
      {waits && one.decideBy ? (
        <>
          {t('people.me.decideBy')} <DateText date={one.decideBy} />
        </>
      ) : null}
    </Card>
  );
}
