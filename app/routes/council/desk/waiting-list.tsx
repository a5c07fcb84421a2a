import { useTranslation } from 'react-i18next';
import { type Waiting } from '#db/reads/council/agenda';
import { type CalendarDate, daysBetween } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { DeadlineChip } from './deadline-chip';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { paths } from '~/paths';

interface WaitingListProps {
  items: readonly Waiting[];
  today: CalendarDate;
  /** What this council may decide by itself, in cents; null for the stadsraad, which nobody stands above. */
  limit: Cents | null;
}

function Row({ item, today, limit }: { item: Waiting } & Pick<WaitingListProps, 'today' | 'limit'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const above = limit !== null && item.requestedCents > limit;
  return (
    <li className="wk-waiting__item">
      <h3 className="utrecht-heading-3">
        <Link href={paths.initiative.show(item.number)}>{item.title}</Link>
      </h3>
      <p className="wk-waiting__summary">{item.summary}</p>
      <p className="wk-cluster">
        <span className="wk-waiting__asks">
          {t('council.desk.asks', { amount: formatEuros(item.requestedCents, locale) })}
        </span>
        <span className="wk-soft">{item.areaName}</span>
        {item.decideBy ? (
          <DeadlineChip date={item.decideBy} daysLeft={daysBetween(today, item.decideBy)} />
        ) : null}
        {above ? <Tag tone="info">{t('council.desk.above')}</Tag> : null}
      </p>
      {above ? <p className="wk-small wk-soft">{t('council.desk.aboveHelp')}</p> : null}
      {item.referredBecause ? (
        <p className="wk-small wk-soft">{t(`council.desk.because.${item.referredBecause}`)}</p>
      ) : null}
    </li>
  );
}

/** What a council has to decide on, the nearest deadline first. */
export function WaitingList({ items, today, limit }: WaitingListProps) {
  return (
    <ul className="wk-plain-list wk-waiting">
      {items.map((item) => (
        <Row key={item.id} item={item} today={today} limit={limit} />
      ))}
    </ul>
  );
}
