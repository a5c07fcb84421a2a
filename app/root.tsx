import { type LinksFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useRouteLoaderData,
} from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '~/components/ui/page-frame';
import { ErrorPage } from '~/routes/site/error-page';
import { DemoBanner } from '~/components/site/demo-banner';
import { useLocale } from '~/components/ui/locale';
import { type Installation, knownInstallation, rememberInstallation } from '~/http/installation.server';
import { page } from '~/http/route.server';
import { type Asked } from '~/http/visit.server';
import { useNonce } from '~/components/site/nonce';
import './styles/index.css';

export const handle = { access: { read: 'site.read' } };

type Person = { name: string | null } | null;

export const loader = page(
  'site.read',
  async (visit) => {
    const { db, actor } = visit.act;
    const person: Person = actor.personId ? { name: actor.name } : null;
    return frameOf(visit, await rememberInstallation(visit.site, db), person);
  },
  (asked) => frameOf(asked, knownInstallation(asked.site), undefined),
);

function frameOf(
  { locale, site: { config } }: Asked,
  installation: Installation,
  /** Undefined while nobody can know who asks. */
  person: Person | undefined,
) {
  return {
    locale,
    theme: config.theme,
    contact: config.contact,
    gemeente: installation?.gemeente ?? null,
    demonstration: installation?.demonstration ?? false,
    person,
  };
}

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

const sections = ['wijken', 'initiatieven', 'stemrondes', 'besluiten', 'geld'] as const;
const footer = ['over', 'toegankelijkheid', 'privacy'] as const;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const locale = useLocale();
  return (
    <html lang={locale} data-theme={data?.theme ?? 'vierstromen'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame>{children}</Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useFocusOnHeading();
  const locale = useLocale();
  const person = data?.person ? { name: data.person.name ?? t('site.frame.me'), href: '/mijn' } : undefined;
  const account = { signInHref: '/aanmelden', signOutAction: '/afmelden', person };
  return (
    <PageFrame
      homeHref="/"
      place={data?.gemeente ?? undefined}
      nav={sections.map((name) => ({
        href: `/${name}`,
        label: t(`site.nav.${name}`),
        current: pathname === `/${name}` || pathname.startsWith(`/${name}/`),
      }))}
      language={{ action: '/taal', locale, returnTo: pathname }}
      account={data?.person === undefined ? undefined : account}
      banner={data?.demonstration ? <DemoBanner /> : undefined}
      footer={[
        ...footer.map((name) => ({ href: `/${name}`, label: t(`site.footer.${name}`) })),
        { href: '/uitleg/geld', label: t('money.how.crumb') },
        ...(data ? [{ href: `mailto:${data.contact}`, label: t('site.footer.contact') }] : []),
      ]}
    >
      {children}
    </PageFrame>
  );
}

/** After a navigation without a page load, the heading of the new page gets the focus, as a page load would do. */
function useFocusOnHeading(): void {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (state !== 'idle' || seen.current === pathname) return;
    seen.current = pathname;
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [pathname, state]);
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
