import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Money } from '~/ui/money';
import { add, type Cents, subtract } from '~/domain/money/cents';
import { type ItemView } from './view.server';

/** What is left in the wijk when the proposal is granted, which first uses what is set apart for it; cents. */
const afterGrant = (item: { proposedCents: Cents }, room: { leftCents: Cents; reservedCents: Cents }) =>
  subtract(add(room.leftCents, room.reservedCents), item.proposedCents);

/** Large enough for the back row: the proposal, and what it does to the wijk's money. */
export function Figures({ item, room }: Pick<ItemView, 'item' | 'room'>) {
  const { t } = useTranslation();
  const after = afterGrant(item, room);
  const figures = [
    { label: t('council.item.proposal'), cents: item.proposedCents, main: true },
    ...(item.proposedCents < item.requestedCents
      ? [{ label: t('council.item.asked'), cents: item.requestedCents, main: false }]
      : []),
    { label: t('council.item.left', { area: room.area }), cents: room.leftCents, main: false },
    ...(item.phase === 'decided' || after < 0n
      ? []
      : [{ label: t('council.item.after'), cents: after, main: false }]),
  ];
  return (
    <dl className="wk-room__figures">
      {figures.map(({ label, cents, main }) => (
        <div key={label} className={main ? 'wk-room__figure wk-room__figure--main' : 'wk-room__figure'}>
          <dt>{label}</dt>
          <dd>
            <Money cents={cents} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who stays out of it and why, in numbers: no names on the screen. */
export function ConflictSummary({ item, room }: Pick<ItemView, 'item' | 'room'>) {
  const { t } = useTranslation();
  const open = item.phase === 'open' || item.phase === 'ahead';
  const sources = item.conflicts.sources
    .map(({ source, count }) => t(`council.item.source.${source}`, { count }))
    .join(', ');
  return (
    <div className="wk-stack">
      {item.earlier && open ? <p>{t(`council.item.earlier.${item.earlier}`)}</p> : null}
      {open && afterGrant(item, room) < 0n ? (
        <Alert tone="bad">
          <p>{t('council.item.tooLittle')}</p>
        </Alert>
      ) : null}
      {open ? <p>{t('council.item.supporters', { count: room.supporters })}</p> : null}
      {room.struck > 0 ? <p>{t('council.report.record.struck', { count: room.struck })}</p> : null}
      {(item.above && open) || item.waits ? null : (
        <p>
          {t('council.item.conflicts', { count: item.conflicts.count })}
          {sources ? <span className="wk-soft"> {t('council.item.sources', { sources })}</span> : null}
        </p>
      )}
    </div>
  );
}
