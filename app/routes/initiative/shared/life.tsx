import { useTranslation } from 'react-i18next';
import { Pagination } from '~/ui/pagination';
import { Timeline } from '~/ui/timeline';
import { type Tone } from '~/ui/tone';
import { type CalendarDate } from '~/domain/calendar';
import { type Paged } from '~/domain/paging';
import { type InitiativeAct } from '~/domain/lifecycle/initiative';
import { paths } from '~/paths';

export interface LifeEvent {
  id: string;
  act: InitiativeAct;
  on: CalendarDate;
  who: 'applicant' | 'council' | 'system';
  reason: string | null;
  decisionId: string | null;
}

const tones: Partial<Record<InitiativeAct, Tone>> = {
  publish: 'info',
  submit: 'info',
  grant: 'good',
  grantPartly: 'good',
  reject: 'bad',
  postpone: 'waiting',
  refer: 'waiting',
};

/** Everything that happened, oldest first, by role and never by name. */
export function Life({ events }: { events: Paged<LifeEvent> }) {
  const { t } = useTranslation();
  return (
    <>
      <Timeline
        items={events.rows.map(({ id, act, on, who, reason, decisionId }) => ({
          id,
          date: on,
          who: t(`initiative.life.who.${who}`),
          what: t(`initiative.life.${act}`),
          // A decision gives its reasons itself.
          detail: decisionId ? null : reason,
          tone: tones[act],
          source: decisionId
            ? { href: paths.council.decision(decisionId), label: t('initiative.life.decision') }
            : undefined,
        }))}
      />
      <Pagination list={events} what={t('initiative.page.timeline')} name="verloop" anchor="verloop" />
    </>
  );
}
