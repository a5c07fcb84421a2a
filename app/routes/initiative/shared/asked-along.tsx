import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { DateText } from '~/ui/date';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type CalendarDate } from '~/domain/calendar';
import { type CoInvitationState } from '~/domain/initiative/co-invitation';
import { paths } from '~/paths';

/** Somebody who was asked along or asks along, for the applicants' own eyes. */
export interface AskedPerson {
  email: string;
  state: CoInvitationState;
  askedOn: CalendarDate | null;
  /** What is taken off, while that can still be done. */
  remove: { what: 'invitation' | 'person'; id: string } | null;
}

const tones: Record<CoInvitationState, Tone> = {
  waiting: 'waiting',
  accepted: 'good',
  refused: 'neutral',
  over: 'neutral',
};

/** Everybody who was asked along, with their answer. Shows nothing when nobody was. */
export function AskedAlong({ number, people }: { number: number; people: readonly AskedPerson[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <ul className="wk-plain-list wk-asked" aria-label={t('concept.asked.title')}>
      {people.map(({ email, state, askedOn, remove }) => (
        <li key={email} className="wk-asked__one">
          <div>
            <p className="wk-asked__who">{email}</p>
            <p className="wk-cluster wk-small">
              <Tag tone={tones[state]}>{t(`concept.asked.${state}`)}</Tag>
              {askedOn && state === 'waiting' ? (
                <span className="wk-soft">
                  {t('concept.asked.on')} <DateText date={askedOn} />
                </span>
              ) : null}
            </p>
          </div>
          {remove ? (
            <Form reloadDocument action={paths.initiative.coApplicants(number)}>
              <input type="hidden" name="what" value={remove.what} />
              <input type="hidden" name="id" value={remove.id} />
              <Button look="subtle" aria-label={t('concept.asked.remove', { email })}>
                {t('concept.form.remove')}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
