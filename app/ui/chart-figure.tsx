import { type ReactNode } from 'react';
import { Icon } from './icon';
import { Link } from './link';

interface ChartFigureProps {
  /** The finding: "Parkwijk gaf het meeste uit." */
  headline: string;
  level?: 2 | 3;
  /** The picture. Its numbers stand in `table`. */
  children: ReactNode;
  table: ReactNode;
  download?: { href: string; label: string };
}

export function ChartFigure({ headline, level = 2, children, table, download }: ChartFigureProps) {
  const Title = `h${level}` as const;
  return (
    <figure className="wk-chart">
      <figcaption>
        <Title className={`utrecht-heading-${level}`}>{headline}</Title>
      </figcaption>
      <div className="wk-chart__picture">{children}</div>
      <div className="wk-chart__table">{table}</div>
      {download ? (
        <p className="wk-chart__download">
          <Icon name="download" />
          <Link href={download.href} download>
            {download.label}
          </Link>
        </p>
      ) : null}
    </figure>
  );
}
