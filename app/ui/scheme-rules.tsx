import { type TFunction } from 'i18next';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { firstRules, type RuleInWords, type RuleKey, type Says } from '~/domain/initiative/scheme-words';
import { cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { Facts } from './facts';
import { type Locale, useLocale } from './locale';

/** One sentence of a rule; its amounts are cents. */
function sentence({ text, values }: Says, t: TFunction, locale: Locale): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? formatEuros(cents(value), locale) : value,
  ]);
  return t(`scheme.says.${text}`, Object.fromEntries(shown) as Record<string, string | number>);
}

/** What one rule says: a sentence, or a list of them. */
export function RuleSays({ says }: { says: readonly Says[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const sentences = says.map((each) => sentence(each, t, locale));
  if (sentences.length === 1) return sentences[0];
  return (
    <ul className="wk-plain-list">
      {sentences.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

interface OneRuleProps {
  rules: readonly RuleInWords[];
  of: RuleKey;
}

/** One of the rules where it matters; nothing where there is no such rule. */
export function OneRule({ rules, of }: OneRuleProps) {
  const found = rules.find(({ key }) => key === of);
  return found && !found.silent ? <RuleSays says={found.says} /> : null;
}

interface RuleListProps {
  rules: readonly RuleInWords[];
  /** What stands below a rule on the pages where rules are made. */
  mark?: (rule: RuleInWords) => ReactNode;
}

/** The rules of a scheme in words. */
export function RuleList({ rules, mark }: RuleListProps) {
  const { t } = useTranslation();
  return (
    <Facts
      sentences
      items={rules.map((rule) => ({
        label: t(`scheme.rule.${rule.key}`),
        value: (
          <>
            <RuleSays says={rule.says} />
            {mark?.(rule)}
          </>
        ),
      }))}
    />
  );
}

/** What a resident reads of the rules: first what everybody asks, then all that the scheme says. */
export function ResidentRules({ rules }: { rules: readonly RuleInWords[] }) {
  const { t } = useTranslation();
  const told = rules.filter(({ silent }) => !silent);
  const isFirst = ({ key }: RuleInWords) => firstRules.includes(key);
  const rest = told.filter((rule) => !isFirst(rule));
  return (
    <div className="wk-stack">
      <RuleList rules={told.filter(isFirst)} />
      {rest.length > 0 ? (
        <details className="wk-details">
          <summary>{t('scheme.shown.all')}</summary>
          <RuleList rules={rest} />
        </details>
      ) : null}
    </div>
  );
}
