import { useTranslation } from 'react-i18next';
import { type MandateOf } from '#db/reads/council/administration';
import { addDays } from '~/domain/calendar';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Money } from '~/ui/money';

/** The limits of a mandate, and how long it holds. */
export function MandateFacts({ mandate }: { mandate: MandateOf }) {
  const { t } = useTranslation();
  const { maxPerPeriodCents, themes, validFrom, validTo } = mandate;
  const about = themes.map((theme) => t(`initiative.theme.${theme}`)).join(', ');
  return (
    <Facts
      items={[
        {
          label: t('council.admin.mandate.perDecision'),
          value: <Money cents={mandate.maxPerDecisionCents} />,
        },
        {
          label: t('council.admin.mandate.perApplicant'),
          value: <Money cents={mandate.maxPerApplicantPerYearCents} />,
        },
        {
          label: t('council.admin.mandate.perPeriod'),
          value:
            maxPerPeriodCents === null ? (
              t('council.admin.mandate.noLimit')
            ) : (
              <Money cents={maxPerPeriodCents} />
            ),
        },
        { label: t('council.admin.mandate.theme'), value: about || t('council.admin.mandate.anyTheme') },
        { label: t('council.admin.mandate.from'), value: <DateText date={validFrom} /> },
        ...(validTo
          ? [{ label: t('council.admin.mandate.lastDay'), value: <DateText date={addDays(validTo, -1)} /> }]
          : []),
      ]}
    />
  );
}
