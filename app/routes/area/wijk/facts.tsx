import { useTranslation } from 'react-i18next';
import { MeetingTime } from '~/ui/meeting-time';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { ResidentRules } from '~/ui/scheme-rules';
import { type RuleInWords } from '~/domain/initiative/scheme-words';
import { type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

export interface WijkCouncil {
  slug: string;
  name: string;
  members: number;
  maxPerDecisionCents: Cents | null;
  nextMeeting: { startsAt: Date; place: string } | null;
}

/** Who decides here, and when next. */
export function CouncilFacts({ council }: { council: WijkCouncil | null }) {
  const { t } = useTranslation();
  if (!council) {
    return (
      <section className="wk-stack">
        <Heading level={2}>{t('area.wijk.council')}</Heading>
        <p>{t('area.wijk.noCouncil')}</p>
      </section>
    );
  }
  const { slug, name, members, maxPerDecisionCents, nextMeeting } = council;
  return (
    <section className="wk-stack">
      <Heading level={2}>{name}</Heading>
      <Facts
        items={[
          { label: t('area.wijk.nextMeeting'), value: <NextMeeting meeting={nextMeeting} /> },
          { label: t('area.wijk.members'), value: members },
          ...(maxPerDecisionCents === null
            ? []
            : [{ label: t('area.wijk.mandate'), value: <Money cents={maxPerDecisionCents} /> }]),
        ]}
      />
      <p>
        <Link href={paths.council.show(slug)}>{t('area.wijk.toCouncil')}</Link>
      </p>
    </section>
  );
}

function NextMeeting({ meeting }: { meeting: WijkCouncil['nextMeeting'] }) {
  const { t } = useTranslation();
  if (!meeting) return t('area.wijk.noMeeting');
  return (
    <>
      <MeetingTime at={meeting.startsAt} />
      <br />
      {meeting.place}
    </>
  );
}

/** What one can ask of the fund of this wijk. */
export function RuleFacts({ rules }: { rules: readonly RuleInWords[] }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('scheme.shown.title')}</Heading>
      <ResidentRules rules={rules} />
    </section>
  );
}
