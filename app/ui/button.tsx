import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type ReactNode } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'danger';

const looks: Record<ButtonLook, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
  danger: 'utrecht-button--primary-action utrecht-button--danger',
};

const classOf = (look: ButtonLook, extra?: string) =>
  ['utrecht-button', looks[look], extra].filter(Boolean).join(' ');

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

/** Says what happens ("Stem uitbrengen"). One primary button a page. */
export function Button({ look = 'primary', type = 'submit', className, children, ...rest }: ButtonProps) {
  return (
    <button className={classOf(look, className)} type={type} {...rest}>
      {children}
    </button>
  );
}

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; look?: ButtonLook };

export function ButtonLink({ look = 'primary', className, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={classOf(look, className)} {...rest}>
      {children}
    </a>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="utrecht-button-group">{children}</div>;
}
