import { useTranslation } from 'react-i18next';
import { type SeatOn } from '#db/reads/council/body';

interface AttendanceListProps {
  seats: readonly SeatOn[];
  /** Memberships of who is on the list already. */
  present: readonly string[];
}

/** A large row per member, to tick who is in the room; unchecked are those not in `present`. */
export function AttendanceList({ seats, present }: AttendanceListProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset">
      <legend className="wk-visually-hidden">{t('council.meeting.attendance')}</legend>
      <div className="wk-choices wk-attendance">
        {seats.map(({ membershipId, name, duty, kind, voting }) => {
          if (!membershipId) return null;
          return (
            <label key={membershipId} className="wk-choice">
              <input
                className="utrecht-checkbox utrecht-checkbox--html-input wk-checkbox"
                type="checkbox"
                name="member"
                value={membershipId}
                defaultChecked={present.includes(membershipId)}
              />
              <span className="wk-choice__text">
                <span className="wk-choice__label">{name}</span>
                <span className="wk-choice__help wk-small">
                  {t(
                    duty === 'chair' || duty === 'secretary'
                      ? `council.desk.duty.${duty}`
                      : `council.desk.seat.${kind}`,
                  )}
                  {voting ? null : `, ${t('council.desk.noVote')}`}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
