import { type ReactNode } from 'react';
import { type HeadingLevel } from './heading';

interface CardProps {
  href: string;
  title: ReactNode;
  level?: Exclude<HeadingLevel, 1>;
  /** Above the title: a tag, the wijk. */
  above?: ReactNode;
  children?: ReactNode;
  /** At the bottom edge: the amount, the deadline. */
  below?: ReactNode;
  as?: 'li' | 'div';
}

/** Only for things that can be opened: the link covers the whole card. */
export function Card({ href, title, level = 3, above, children, below, as: Tag = 'li' }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <Tag className="wk-card">
      {above ? <div className="wk-card__above">{above}</div> : null}
      <Title className="utrecht-heading-3 wk-card__title">
        <a href={href}>{title}</a>
      </Title>
      {children ? <div className="wk-card__body">{children}</div> : null}
      {below ? <div className="wk-card__below">{below}</div> : null}
    </Tag>
  );
}
