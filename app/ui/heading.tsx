import { type ReactNode } from 'react';

export type HeadingLevel = 1 | 2 | 3;

interface HeadingProps {
  level: HeadingLevel;
  children: ReactNode;
  id?: string;
  /** Of a text that is not in the page's language. */
  lang?: 'nl' | 'en';
  /** Larger than a level 1, for the one question of the home page. */
  display?: boolean;
}

/** The level 1 heading takes the focus after navigation, hence its tabIndex. */
export function Heading({ level, children, id, lang, display = false }: HeadingProps) {
  const Tag = `h${level}` as const;
  const className = `utrecht-heading-${level}${display ? ' wk-display' : ''}`;
  return (
    <Tag className={className} id={id} lang={lang} tabIndex={level === 1 ? -1 : undefined}>
      {children}
    </Tag>
  );
}
