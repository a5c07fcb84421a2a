import { useTranslation } from 'react-i18next';
import { type RuleInWords, uncheckedRules } from '~/domain/initiative/scheme-words';
import { Tag } from '~/ui/tag';

/** What an administrator must know of a rule: that it is new, and that nothing holds people to it yet. */
export function RuleMarks({ rule, changed = false }: { rule: RuleInWords; changed?: boolean }) {
  const { t } = useTranslation();
  const unchecked = !rule.silent && uncheckedRules.includes(rule.key);
  if (!changed && !unchecked) return null;
  return (
    <div className="wk-cluster">
      {changed ? <Tag tone="info">{t('schemeDesk.draft.changed')}</Tag> : null}
      {unchecked ? <Tag tone="waiting">{t('schemeDesk.unchecked')}</Tag> : null}
    </div>
  );
}
