import { type ReactNode } from 'react';
import { type CalendarDate } from '~/domain/calendar';
import { DateText } from './date';
import { Icon } from './icon';
import { Link } from './link';
import { type Tone } from './tone';

export interface TimelineItem {
  id: string;
  date: CalendarDate;
  /** A role ("de buurtraad"), not a name unless the name is public. */
  who: string;
  what: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
  /** The letter or posting behind it. */
  source?: { href: string; label: string };
}

function Act({ item }: { item: TimelineItem }) {
  const tone = item.tone ?? 'neutral';
  return (
    <li className={`wk-timeline__item wk-tone--${tone}`}>
      <span className="wk-timeline__mark">{tone === 'neutral' ? null : <Icon name={tone} />}</span>
      <div className="wk-timeline__act">
        <p className="wk-timeline__when">
          <DateText date={item.date} /> · {item.who}
        </p>
        <p className="wk-timeline__what">{item.what}</p>
        {item.detail ? <div className="wk-timeline__detail">{item.detail}</div> : null}
        {item.source ? (
          <p>
            <Link href={item.source.href}>{item.source.label}</Link>
          </p>
        ) : null}
      </div>
    </li>
  );
}

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="wk-timeline">
      {items.map((item) => (
        <Act key={item.id} item={item} />
      ))}
    </ol>
  );
}
