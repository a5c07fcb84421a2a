import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedDecision } from '#db/reads/council/decision';
import { isGranted, outcomeTone, outcomeWord } from '~/ui/council-outcome';
import { InitiativeCard, type InitiativeSummary } from '~/ui/initiative-card';
import { Card } from '~/ui/card';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { paths } from '~/paths';

interface NewsProps {
  title: string;
  more: { href: string; label: string };
  empty: string;
  children: ReactNode[];
}

function News({ title, more, empty, children }: NewsProps) {
  return (
    <section className="wk-stack wk-stack--wide">
      <div className="wk-section-head">
        <Heading level={2}>{title}</Heading>
        {children.length > 0 ? <Link href={more.href}>{more.label}</Link> : null}
      </div>
      {children.length > 0 ? <ul className="wk-cards">{children}</ul> : <p>{empty}</p>}
    </section>
  );
}

/** The newest decisions: what, by whom, and how it ended. */
export function DecisionNews({ decisions }: { decisions: readonly ListedDecision[] }) {
  const { t } = useTranslation();
  return (
    <News
      title={t('area.home.decisions')}
      more={{ href: paths.council.decisions, label: t('area.home.allDecisions') }}
      empty={t('area.home.noDecisions')}
    >
      {decisions.map((decision) => (
        <DecisionNewsCard key={decision.id} decision={decision} />
      ))}
    </News>
  );
}

function DecisionNewsCard({ decision }: { decision: ListedDecision }) {
  const { t } = useTranslation();
  const word = outcomeWord(decision);
  return (
    <Card
      href={paths.council.decision(decision.id)}
      title={decision.title}
      above={decision.body}
      below={
        <div className="wk-cluster wk-cluster--apart">
          <Tag tone={outcomeTone[word]}>{t(`council.outcome.${word}`)}</Tag>
          {isGranted(word) ? (
            <strong>
              <Money cents={decision.amountCents} />
            </strong>
          ) : null}
        </div>
      }
    >
      <DateText date={decision.decidedOn} />
    </Card>
  );
}

/** The newest initiatives: what neighbours want to do and what they ask. */
export function InitiativeNews({ initiatives }: { initiatives: readonly InitiativeSummary[] }) {
  const { t } = useTranslation();
  return (
    <News
      title={t('area.home.initiatives')}
      more={{ href: paths.initiative.list, label: t('area.home.allInitiatives') }}
      empty={t('area.home.noInitiatives')}
    >
      {initiatives.map((item) => (
        <InitiativeCard key={item.number} item={item} />
      ))}
    </News>
  );
}
