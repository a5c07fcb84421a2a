import { useTranslation } from 'react-i18next';
import { type ListedMeeting } from '#db/reads/council/meeting';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { MeetingTime } from '~/ui/meeting-time';
import { paths } from '~/paths';

export const meetingTone: Record<ListedMeeting['state'], Tone> = {
  planned: 'neutral',
  opened: 'waiting',
  closed: 'neutral',
  failed: 'bad',
};

/** Meetings under each other: when, where, how much there is to do. */
export function MeetingList({ meetings, council }: { meetings: readonly ListedMeeting[]; council: string }) {
  const { t } = useTranslation();
  return (
    <ul className="wk-plain-list wk-meetings">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="wk-meetings__item">
          <p>
            <Link href={paths.council.meeting(council, meeting.id)}>
              <MeetingTime at={meeting.startsAt} />
            </Link>
          </p>
          <p className="wk-small wk-soft">
            {meeting.place} · {t('council.desk.items', { count: meeting.items })}
          </p>
          {meeting.state === 'opened' || meeting.state === 'failed' ? (
            <Tag tone={meetingTone[meeting.state]}>{t(`council.meeting.state.${meeting.state}`)}</Tag>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
