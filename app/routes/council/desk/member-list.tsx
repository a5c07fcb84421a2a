import { useTranslation } from 'react-i18next';
import { type SeatOn } from '#db/reads/council/body';

/** Who sits where; a vacant seat is shown as such. */
export function MemberList({ seats }: { seats: readonly SeatOn[] }) {
  const { t } = useTranslation();
  return (
    <ul className="wk-plain-list wk-members">
      {seats.map((seat) => (
        <li key={seat.seatId} className={seat.membershipId ? undefined : 'wk-soft'}>
          <span>{seat.membershipId ? seat.name : t('council.desk.vacant')}</span>{' '}
          <span className="wk-soft wk-small">
            {[
              t(`council.desk.seat.${seat.kind}`),
              seat.duty === 'chair' || seat.duty === 'secretary' ? t(`council.desk.duty.${seat.duty}`) : null,
              seat.voting ? null : t('council.desk.noVote'),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
