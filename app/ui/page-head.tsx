import { type ReactNode } from 'react';
import { Heading } from './heading';

/** The heading of a page with what it is for. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="wk-stack">
      <Heading level={1}>{title}</Heading>
      {children ? <p className="wk-intro">{children}</p> : null}
    </div>
  );
}
