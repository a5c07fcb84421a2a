import { type ReactNode } from 'react';
import { Icon } from './icon';
import { type Tone } from './tone';

const kinds: Record<Tone, string> = {
  neutral: 'info',
  info: 'info',
  good: 'ok',
  waiting: 'warning',
  bad: 'error',
};

interface AlertProps {
  tone?: Tone;
  children: ReactNode;
  /** `status` for "saved", `alert` for what cannot wait; without it the words are plain content. */
  role?: 'status' | 'alert';
}

export function Alert({ tone = 'info', role, children }: AlertProps) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kinds[tone]} wk-alert`} role={role}>
      <span className={`wk-alert__icon wk-tone--${tone}`}>
        <Icon name={tone} />
      </span>
      <div className="utrecht-alert__content wk-stack wk-stack--close">{children}</div>
    </div>
  );
}
