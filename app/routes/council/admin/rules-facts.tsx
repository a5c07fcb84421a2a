import { useTranslation } from 'react-i18next';
import { type RulesVersion } from '#db/reads/council/administration';
import { ruleNumbers } from '~/domain/council/rules-of-order';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';

/** The rules of order of a council in words. */
export function RulesFacts({ rules }: { rules: RulesVersion }) {
  const { t } = useTranslation();
  const kinds = rules.votingKinds.map((kind) => t(`council.desk.seat.${kind}`)).join(', ');
  return (
    <>
      <p>
        {t('council.admin.rules.since')} <DateText date={rules.validFrom} />.
      </p>
      <Facts
        items={[
          ...ruleNumbers.map((name) => ({
            label: t(`council.admin.rules.name.${name}`),
            value: t(`council.admin.rules.value.${name}`, { count: rules[name] }),
          })),
          { label: t('council.admin.rules.name.votingKinds'), value: kinds },
          { label: t('council.admin.rules.tie'), value: t('council.admin.rules.tieValue') },
        ]}
      />
    </>
  );
}
