import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { type RuleName } from '~/domain/voting/rule-names';
import { projectHref } from '../shared/project-query';

interface ProjectOthersProps {
  number: number;
  place: number;
  others: readonly { rule: RuleName; won: boolean }[];
}

/** Whether a project would have been chosen in the other ways of counting. */
export function ProjectOthers({ number, place, others }: ProjectOthersProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('project.others.title')}</Heading>
      <ul className="wk-project-others">
        {others.map(({ rule, won }) => (
          <li key={rule} className={won ? 'wk-tone--good' : 'wk-tone--neutral'}>
            <Icon name={won ? 'good' : 'neutral'} />
            <Link href={projectHref(number, place, rule)}>
              {t(won ? 'project.others.chosen' : 'project.others.notChosen', {
                name: t(`outcome.rule.${rule}.name`),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
