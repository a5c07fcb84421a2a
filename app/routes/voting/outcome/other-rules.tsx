import { useTranslation } from 'react-i18next';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { type RuleName } from '~/domain/voting/rule-names';
import { type Served } from '~/domain/voting/served';
import { useNumbers } from './numbers';
import { outcomeHref, projectHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';

interface NamedProject {
  place: number;
  name: string;
}

/** What a rule gives, and which projects are chosen otherwise than in the outcome that is shown. */
interface CountedBy extends Served {
  chosen: number;
  spent: Cents;
  only: readonly NamedProject[];
  without: readonly NamedProject[];
}

interface RoundOfRules {
  number: number;
  currency: string;
  language?: string;
}

interface OtherRulesProps {
  round: RoundOfRules;
  /** The rule of the outcome that is shown. */
  shown: RuleName;
  others: readonly { rule: RuleName; counted: CountedBy | null }[];
}

/** The same votes counted by each rule: "what if we had counted otherwise?" */
export function OtherRules({ round, shown, others }: OtherRulesProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-stack--wide" aria-labelledby="anders">
      <div className="wk-stack">
        <Heading level={2} id="anders">
          {t('outcome.others.title')}
        </Heading>
        <p>{t('outcome.others.intro')}</p>
      </div>
      <ul className="wk-rules">
        {others.map(({ rule, counted }) => (
          <li key={rule} className="wk-rules__rule" aria-current={rule === shown ? 'true' : undefined}>
            <div className="wk-stack wk-stack--close">
              <Heading level={3}>
                {rule === shown ? (
                  t(`outcome.rule.${rule}.name`)
                ) : (
                  <Link href={outcomeHref(round.number, rule)}>{t(`outcome.rule.${rule}.name`)}</Link>
                )}
              </Heading>
              {rule === shown ? (
                <p>
                  <strong>{t('outcome.others.current')}</strong>
                </p>
              ) : null}
              <p>{t(`outcome.rule.${rule}.what`)}</p>
            </div>
            {counted ? (
              <CountedFacts counted={counted} currency={round.currency} />
            ) : (
              <p>{t('outcome.others.pending')}</p>
            )}
            {counted && rule !== shown ? <Differences round={round} rule={rule} counted={counted} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CountedFacts({ counted, currency }: { counted: CountedBy; currency: string }) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(currency);
  const { whole, oneDecimal } = useNumbers();
  const { chosen, spent, served, percent, average } = counted;
  return (
    <Facts
      items={[
        { label: t('outcome.others.chosen'), value: whole(chosen) },
        { label: t('outcome.others.spent'), value: amount(spent) },
        {
          label: t('outcome.others.served'),
          value: t('outcome.others.servedOf', { count: served, percent: `${percent}\u00a0%` }),
        },
        { label: t('outcome.others.average'), value: oneDecimal(average) },
      ]}
    />
  );
}

interface DifferencesProps {
  round: RoundOfRules;
  rule: RuleName;
  counted: CountedBy;
}

/** With more than this the names stand behind a line to open. */
const mostNames = 4;

function Differences({ round, rule, counted: { only, without } }: DifferencesProps) {
  const { t } = useTranslation();
  const count = only.length + without.length;
  if (count === 0) return <p className="wk-rules__same">{t('outcome.others.same')}</p>;
  const lists = (
    <>
      <Names label={t('outcome.others.only')} projects={only} round={round} rule={rule} />
      <Names label={t('outcome.others.without')} projects={without} round={round} rule={rule} />
    </>
  );
  if (count <= mostNames) return <div className="wk-rules__changes wk-stack wk-stack--close">{lists}</div>;
  return (
    <details className="wk-details wk-rules__changes">
      <summary>{t('outcome.others.differences', { count })}</summary>
      {lists}
    </details>
  );
}

interface NamesProps {
  label: string;
  projects: readonly NamedProject[];
  round: RoundOfRules;
  rule: RuleName;
}

function Names({ label, projects, round, rule }: NamesProps) {
  if (projects.length === 0) return null;
  return (
    <div>
      <p>{label}</p>
      <ul className="wk-rules__names">
        {projects.map(({ place, name }) => (
          <li key={place} lang={round.language}>
            <Link href={projectHref(round.number, place, rule)}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
