import { type ReactNode } from 'react';
import { useLocale } from './locale';

/** What people of the gemeente wrote themselves: Dutch, also on an English page, and so read out as Dutch. */
export function UserText({ children }: { children: ReactNode }) {
  return useLocale() === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>;
}
