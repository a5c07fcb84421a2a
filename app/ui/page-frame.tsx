import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Locale } from './locale';
import { mainId, SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

export interface NavItem {
  href: string;
  label: string;
  current?: boolean;
}

export interface PageFrameProps {
  homeHref: string;
  /** The gemeente, beside the wordmark. */
  place?: string;
  /** The address of the gemeente's logo. */
  logo?: string;
  /** At most five. */
  nav: readonly NavItem[];
  /** The desks of who is signed in. */
  desks?: readonly NavItem[];
  /** A form that posts `locale` (the other language) and `returnTo` to `action`. Absent: there is one language. */
  language?: { action: string; locale: Locale; returnTo: string };
  /** Without a person the header shows "Inloggen"; signing out is a form without fields. Absent: nobody knows who it is. */
  account?: { signInHref: string; signOutAction: string; person?: { name: string; href: string } };
  /** The demonstration's notice, above the header. */
  banner?: ReactNode;
  footer: readonly { href: string; label: string }[];
  children: ReactNode;
}

function LanguageSwitch({ action, locale, returnTo }: NonNullable<PageFrameProps['language']>) {
  const other = locale === 'nl' ? 'en' : 'nl';
  return (
    <form method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <button className="wk-header__tool" name="locale" value={other} lang={other}>
        {other === 'en' ? 'English' : 'Nederlands'}
      </button>
    </form>
  );
}

function Account({ signInHref, signOutAction, person }: NonNullable<PageFrameProps['account']>) {
  const { t } = useTranslation();
  if (!person) {
    return (
      <a className="wk-header__tool" href={signInHref}>
        {t('ui.frame.signIn')}
      </a>
    );
  }
  return (
    <>
      <a className="wk-header__tool wk-header__person" href={person.href}>
        {person.name}
      </a>
      <form method="post" action={signOutAction}>
        <button className="wk-header__tool">{t('ui.frame.signOut')}</button>
      </form>
    </>
  );
}

function Items({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Header({ homeHref, place, logo, nav, desks = [], language, account }: PageFrameProps) {
  const { t } = useTranslation();
  return (
    <header className="wk-header">
      <div className="wk-header__inner">
        <Wordmark href={homeHref} place={place} logo={logo} />
        <div className={account?.person ? 'wk-header__tools wk-header__tools--person' : 'wk-header__tools'}>
          {language ? <LanguageSwitch {...language} /> : null}
          {account ? <Account {...account} /> : null}
        </div>
        <nav className="wk-header__nav" aria-label={t('ui.frame.nav')}>
          <Items items={nav} />
        </nav>
        {desks.length > 0 ? (
          <nav className="wk-header__nav wk-header__desks" aria-label={t('ui.frame.desks')}>
            <span aria-hidden="true">{t('ui.frame.desks')}</span>
            <Items items={desks} />
          </nav>
        ) : null}
      </div>
    </header>
  );
}

function Footer({ footer, place }: Pick<PageFrameProps, 'footer' | 'place'>) {
  const { t } = useTranslation();
  return (
    <footer className="wk-footer">
      <div className="wk-footer__inner">
        <p className="wk-footer__promise">{t('ui.frame.promise')}</p>
        <nav aria-label={t('ui.frame.footer')}>
          <ul className="wk-footer__links">
            {footer.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="wk-small">{place ? t('ui.frame.owner', { place }) : t('ui.frame.open')}</p>
      </div>
    </footer>
  );
}

/** Children bring their own `.wk-page` columns, so that a page can use `.wk-band`. */
export function PageFrame(props: PageFrameProps) {
  const { t } = useTranslation();
  return (
    <>
      <SkipLink />
      {props.banner ? (
        <aside className="wk-demo" aria-label={t('ui.frame.demo')}>
          {props.banner}
        </aside>
      ) : null}
      <Header {...props} />
      <main id={mainId} tabIndex={-1}>
        {props.children}
      </main>
      <Footer footer={props.footer} place={props.place} />
    </>
  );
}
