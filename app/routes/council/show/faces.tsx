import { useTranslation } from 'react-i18next';
import { type FaceOf } from './view.server';
import { addDays } from '~/domain/calendar';
import { DateText } from '~/ui/date';

/** Who sits in the council, each with a face; vacant seats last. */
export function Faces({ faces }: { faces: readonly FaceOf[] }) {
  return (
    <ul className="wk-faces">
      {faces.map((face) => (
        <Face key={face.seatId} face={face} />
      ))}
    </ul>
  );
}

function Face({ face }: { face: FaceOf }) {
  const { t } = useTranslation();
  const { kind, duty, voting, appointed, memberUntil, filled } = face;
  const does = [
    duty === 'chair' || duty === 'secretary' ? t(`council.desk.duty.${duty}`) : null,
    t(`council.desk.seat.${kind}`),
    voting ? null : t('council.desk.noVote'),
  ].filter(Boolean);
  return (
    <li className={filled ? 'wk-face' : 'wk-face wk-face--vacant'}>
      {face.photo ? (
        <img className="wk-face__circle" src={face.photo} alt="" width={68} height={68} loading="lazy" />
      ) : (
        <span className="wk-face__circle" aria-hidden="true">
          {face.initials}
        </span>
      )}
      <span>
        <span className="wk-face__name">
          {filled ? (face.name ?? t('council.public.nameless')) : t('council.desk.vacant')}
        </span>
        <span className="wk-face__does">{does.join(', ')}</span>
        {appointed ? (
          <span className="wk-small wk-soft">{t(`council.public.appointed.${appointed}`)}</span>
        ) : null}
        {memberUntil ? (
          <span className="wk-small wk-soft">
            {t('council.public.until')} <DateText date={addDays(memberUntil, -1)} />
          </span>
        ) : null}
      </span>
    </li>
  );
}
