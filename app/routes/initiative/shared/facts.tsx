import { useTranslation } from 'react-i18next';
import { formatList } from '~/ui/number-format';
import { DateText } from '~/ui/date';
import { type Fact, Facts } from '~/ui/facts';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { type InitiativeView } from './shown';
import { paths } from '~/paths';

/** "Samira en Joost uit Parkwijk", or "een bewoner van Parkwijk" while nobody gave a name. */
function Applicants({ view }: { view: InitiativeView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = view.applicants;
  if (names.length === 0) return t('initiative.page.someone', { area: view.area.name });
  const list = formatList(names, locale);
  return t('initiative.page.ofArea', { names: list, area: view.area.name });
}

/** The column beside the story. */
export function InitiativeFacts({ view }: { view: InitiativeView }) {
  const { t } = useTranslation();
  const { grantedCents, theme, targetGroup, startsOn, participants, area } = view;
  const facts: (Fact | null)[] = [
    {
      label: t('initiative.page.asked'),
      value: (
        <span className="wk-initiative__amount">
          <Money cents={view.requestedCents} />
        </span>
      ),
    },
    grantedCents === null
      ? null
      : { label: t('initiative.page.granted'), value: <Money cents={grantedCents} /> },
    { label: t('initiative.page.own'), value: <Money cents={view.ownCents} /> },
    {
      label: t('initiative.page.area'),
      value: <Link href={paths.area.wijk(area.slug)}>{area.name}</Link>,
    },
    theme && { label: t('initiative.page.theme'), value: t(`initiative.theme.${theme}`) },
    {
      label: t('initiative.page.targetGroup'),
      value: t(`initiative.targetGroup.${targetGroup ?? 'everyone'}`),
    },
    startsOn && { label: t('initiative.page.starts'), value: <DateText date={startsOn} /> },
    participants
      ? {
          label: t('initiative.page.participants'),
          value: t('initiative.page.participantsCount', { count: participants }),
        }
      : null,
    { label: t('initiative.page.applicants'), value: <Applicants view={view} /> },
    view.state === 'draft' ? null : { label: t('initiative.page.number'), value: view.number },
  ];
  return <Facts items={facts.filter((fact) => fact !== null)} />;
}
