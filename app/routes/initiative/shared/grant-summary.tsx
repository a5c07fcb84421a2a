import { type GrantProgress } from '#db/reads/grants/standing';
import { useTranslation } from 'react-i18next';
import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

/** "€ 4.000 toegekend. € 2.000 betaald." */
export function GrantSummary({ granted, paid, settled, claim }: GrantProgress) {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = (what: 'granted' | 'paid' | 'settled' | 'claim', cents: Cents) =>
    t(`grant.money.${what}`, { amount: formatEuros(cents, locale) });
  const sentences = [
    say('granted', granted),
    paid > 0n ? say('paid', paid) : t('grant.money.notPaid'),
    settled === null ? null : say('settled', settled),
    claim > 0n ? say('claim', claim) : null,
  ];
  return sentences.filter((word) => word !== null).join(' ');
}
