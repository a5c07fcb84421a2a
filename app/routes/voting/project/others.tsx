import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { type RuleName } from '~/domain/voting/rule-names';
import { planHref } from '../shared/project-query';

interface PlanOthersProps {
  number: number;
  place: number;
  others: readonly { rule: RuleName; won: boolean }[];
}

/** Whether a plan would have been chosen in the other ways of counting. */
export function PlanOthers({ number, place, others }: PlanOthersProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('plan.others.title')}</Heading>
      <ul className="wk-plan-others">
        {others.map(({ rule, won }) => (
          <li key={rule} className={won ? 'wk-tone--good' : 'wk-tone--neutral'}>
            <Icon name={won ? 'good' : 'neutral'} />
            <Link href={planHref(number, place, rule)}>
              {t(won ? 'plan.others.chosen' : 'plan.others.notChosen', {
                name: t(`outcome.rule.${rule}.name`),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
