import { useTranslation } from 'react-i18next';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type Cents } from '~/domain/money/cents';
import { type Payers } from '~/domain/voting/reasons';
import { projectHref } from '../shared/project-query';
import { type Counting, type JudgedProject, Reason, votesText } from '../shared/reason';
import { useRoundTexts } from '../shared/round-texts';
import { SupportBar } from '../shared/support-bar';

export interface ProjectInList extends JudgedProject {
  key: string;
  place: number;
  name: string;
  won: boolean;
  payers?: Payers;
  wentTo: readonly { place: number; name: string; amount: Cents }[];
  wentToOthers: { projects: number; amount: Cents };
}

interface ProjectRowProps {
  project: ProjectInList;
  number: number;
  counting: Counting;
  /** The language of the names, where the file says so. */
  language?: string;
}

/** A project in the list of an outcome: whether it was chosen, why, and where its voters' money went. */
export function ProjectRow({ project, number, counting, language }: ProjectRowProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { amount } = useRoundTexts(counting.currency);
  const { place, name, won, costCents, votes, supportPercent } = project;
  return (
    <li className="wk-project">
      <div className="wk-project__story">
        <h3 className="utrecht-heading-3 wk-project__name" lang={language}>
          <Link href={projectHref(number, place, counting.rule)}>{name}</Link>
        </h3>
        <p className="wk-cluster">
          <Tag tone={won ? 'good' : 'neutral'}>{t(won ? 'round.state.chosen' : 'round.state.rest')}</Tag>
          <span className="wk-figures">{amount(costCents)}</span>
          <span>{votesText(votes, counting.pointed, t, locale)}</span>
        </p>
        <p>
          <Reason project={project} payers={project.payers} counting={counting} />
        </p>
        <WentTo project={project} number={number} counting={counting} language={language} />
      </div>
      {supportPercent === null ? null : <SupportBar percent={supportPercent} />}
    </li>
  );
}

function WentTo({ project: { wentTo, wentToOthers }, number, counting, language }: ProjectRowProps) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(counting.currency);
  if (wentTo.length === 0) return null;
  return (
    <details className="wk-details">
      <summary>{t('round.wentTo.title')}</summary>
      <p>{t('round.wentTo.intro')}</p>
      <ul className="wk-project__went">
        {wentTo.map((other) => (
          <li key={other.place}>
            <Link href={projectHref(number, other.place, counting.rule)} lang={language}>
              {other.name}
            </Link>
            <span className="wk-figures">{amount(other.amount)}</span>
          </li>
        ))}
        {wentToOthers.projects > 0 ? (
          <li>
            <span>{t('round.wentTo.others', { count: wentToOthers.projects })}</span>
            <span className="wk-figures">{amount(wentToOthers.amount)}</span>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
