import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { DateText } from './date';
import { Heading } from './heading';
import { Link } from './link';
import { Money } from './money';
import { Tag } from './tag';
import { UserText } from './user-text';
import { type Tone } from './tone';

interface DecisionCardProps {
  /** "Toegekend", "Afgewezen": the word and its tone. */
  outcome: string;
  tone: Tone;
  title: string;
  href?: string;
  level?: 2 | 3;
  /** Who decided: "Buurtraad Parkwijk". */
  body: string;
  date: CalendarDate;
  amount?: Cents;
  votes?: { for: number; against: number; abstain: number };
  reasons?: ReactNode;
  /** What you can do if you disagree. */
  objection?: ReactNode;
}

const voices = ['for', 'against', 'abstain'] as const;

function Votes({ votes }: { votes: NonNullable<DecisionCardProps['votes']> }) {
  const { t } = useTranslation();
  return (
    <dl className="wk-decision__votes">
      {voices.map((voice) => (
        <div key={voice}>
          <dt>{t(`ui.decision.${voice}`)}</dt>
          <dd className="wk-figures">{votes[voice]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wk-decision__part">
      <p className="wk-decision__label">{label}</p>
      {children}
    </div>
  );
}

export function DecisionCard({
  outcome,
  tone,
  title,
  href,
  level = 3,
  body,
  date,
  ...rest
}: DecisionCardProps) {
  const { t } = useTranslation();
  return (
    <article className={`wk-decision wk-tone--${tone}`}>
      <div className="wk-cluster wk-cluster--apart">
        <Tag tone={tone}>{outcome}</Tag>
        {rest.amount === undefined ? null : (
          <strong className="wk-decision__amount">
            <Money cents={rest.amount} />
          </strong>
        )}
      </div>
      <Heading level={level}>
        {href ? (
          <Link href={href}>
            <UserText>{title}</UserText>
          </Link>
        ) : (
          <UserText>{title}</UserText>
        )}
      </Heading>
      <p className="wk-soft">
        {body}, <DateText date={date} />
      </p>
      {rest.votes ? <Votes votes={rest.votes} /> : null}
      {rest.reasons ? <Part label={t('ui.decision.why')}>{rest.reasons}</Part> : null}
      {rest.objection ? <Part label={t('ui.decision.disagree')}>{rest.objection}</Part> : null}
    </article>
  );
}
