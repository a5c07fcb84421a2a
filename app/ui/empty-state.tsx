import { type ReactNode } from 'react';
import { ButtonLink } from './button';
import { Heading } from './heading';

interface EmptyStateProps {
  title: string;
  /** What will be here, and when. */
  children: ReactNode;
  /** The one thing to do now. */
  action?: { href: string; label: string };
  level?: 2 | 3;
}

export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  return (
    <div className="wk-empty">
      <Heading level={level}>{title}</Heading>
      <p>{children}</p>
      {action ? (
        <p>
          <ButtonLink href={action.href} look="secondary">
            {action.label}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
