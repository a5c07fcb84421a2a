import { type AnchorHTMLAttributes } from 'react';

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

export function Link({ className, children, ...rest }: LinkProps) {
  return (
    <a className={['utrecht-link utrecht-link--html-a', className].filter(Boolean).join(' ')} {...rest}>
      {children}
    </a>
  );
}
