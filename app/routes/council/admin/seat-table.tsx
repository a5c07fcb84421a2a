import { useTranslation } from 'react-i18next';
import { type SeatOn } from '#db/reads/council/body';
import { addDays } from '~/domain/calendar';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

type Row = SeatOn;

/** The seats of a council: who sits there, until when, and what can be done. */
export function SeatTable({ slug, seats }: { slug: string; seats: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Row>
      caption={t('council.admin.seats')}
      captionHidden
      rows={seats}
      rowKey={({ seatId }) => seatId}
      columns={[
        { key: 'who', label: t('council.admin.seat.who'), cell: (row) => <Who row={row} /> },
        {
          key: 'kind',
          label: t('council.admin.seat.kind'),
          cell: ({ kind, voting }) =>
            [t(`council.desk.seat.${kind}`), voting ? null : t('council.desk.noVote')]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'appointed',
          label: t('council.admin.seat.appointed'),
          cell: ({ appointed }) => (appointed ? t(`council.public.appointed.${appointed}`) : '–'),
        },
        { key: 'term', label: t('council.admin.seat.term'), cell: (row) => <Time row={row} /> },
        { key: 'do', label: t('council.admin.seat.do'), cell: (row) => <Acts slug={slug} row={row} /> },
      ]}
    />
  );
}

function Who({ row: { membershipId, name, duty } }: { row: Row }) {
  const { t } = useTranslation();
  if (membershipId === null) return <span className="wk-soft">{t('council.desk.vacant')}</span>;
  const task = duty === 'chair' || duty === 'secretary' ? `, ${t(`council.desk.duty.${duty}`)}` : '';
  return (
    <>
      {name ?? t('council.public.nameless')}
      {task}
    </>
  );
}

function Time({ row: { memberSince, memberUntil } }: { row: Row }) {
  const { t } = useTranslation();
  if (memberSince === null) return '–';
  return (
    <span>
      <DateText date={memberSince} />{' '}
      {memberUntil ? (
        <>
          {t('council.admin.seat.to')} <DateText date={addDays(memberUntil, -1)} />
        </>
      ) : (
        t('council.admin.seat.open')
      )}
    </span>
  );
}

function Acts({ slug, row: { seatId, membershipId, name, kind } }: { slug: string; row: Row }) {
  const { t } = useTranslation();
  if (membershipId !== null) {
    return (
      <Link href={paths.council.endMember(slug, membershipId)}>
        {t('council.admin.endMember.link')}
        <span className="wk-visually-hidden"> {name}</span>
      </Link>
    );
  }
  const seat = t(`council.desk.seat.${kind}`);
  return (
    <>
      <Link href={paths.council.giveSeat(slug, seatId)}>
        {t('council.admin.giveSeat.link')}
        <span className="wk-visually-hidden"> ({seat})</span>
      </Link>
      <br />
      <Link href={paths.council.closeSeat(slug, seatId)}>
        {t('council.admin.closeSeat.link')}
        <span className="wk-visually-hidden"> ({seat})</span>
      </Link>
    </>
  );
}
