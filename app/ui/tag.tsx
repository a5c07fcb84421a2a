import { type ReactNode } from 'react';
import { Icon } from './icon';
import { type Tone } from './tone';

const badges: Record<Tone, string> = {
  neutral: 'neutral',
  info: 'neutral',
  good: 'safe',
  waiting: 'warning',
  bad: 'danger',
};

interface TagProps {
  tone?: Tone;
  children: ReactNode;
}

/** A status in one or two words; the icon says the same as the colour. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return (
    <span className={`utrecht-status-badge utrecht-status-badge--${badges[tone]} wk-tag`}>
      {tone === 'neutral' ? null : <Icon name={tone} />}
      {children}
    </span>
  );
}
