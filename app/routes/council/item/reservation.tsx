import { useTranslation } from 'react-i18next';
import { Reservation } from '~/routes/council/shared/reservation';
import { Heading } from '~/ui/heading';
import { type ItemView } from './view.server';
import { paths } from '~/paths';

/** Money set apart for this item: everybody sees it, the desk can do it and undo it. */
export function ItemReservation({ item, room, me }: Pick<ItemView, 'item' | 'room' | 'me'>) {
  const { t } = useTranslation();
  const open = item.phase === 'ahead' || item.phase === 'open';
  const reserved = room.reservedCents > 0n;
  if (!open || !(reserved || (me.desk && !item.above))) return null;
  return (
    <section className="wk-stack wk-no-print">
      <Heading level={2}>{t('grant.reserve.title')}</Heading>
      <Reservation
        action={paths.council.reservation(...item.at)}
        proposed={item.proposedCents}
        reserved={room.reservedCents}
        mayChange={me.desk}
      />
    </section>
  );
}
