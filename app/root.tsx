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
import { installationOf } from '#db/reads/area';
import { PageFrame } from '~/components/ui/page-frame';
import { ErrorPage } from '~/routes/site/error-page';
import { DemoBanner } from '~/components/site/demo-banner';
import { page } from '~/http/route.server';
import { useNonce } from '~/components/site/nonce';
import './styles/index.css';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ act: { db, actor }, locale, site: { config } }) => {
  const installation = await installationOf(db);
  return {
    locale,
    theme: config.theme,
    contact: config.contact,
    gemeente: installation?.gemeente ?? null,
    demonstration: installation?.demonstration ?? false,
    person: actor.personId ? { name: actor.name } : null,
  };
});

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

const sections = ['wijken', 'initiatieven', 'stemrondes', 'besluiten', 'geld'] as const;
const footer = ['over', 'toegankelijkheid', 'privacy'] as const;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  return (
    <html lang={data?.locale ?? 'nl'} data-theme={data?.theme ?? 'vierstromen'}>
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
  const person = data?.person ? { name: data.person.name ?? t('site.frame.me'), href: '/mijn' } : undefined;
  return (
    <PageFrame
      homeHref="/"
      place={data?.gemeente ?? undefined}
      nav={sections.map((name) => ({
        href: `/${name}`,
        label: t(`site.nav.${name}`),
        current: pathname === `/${name}` || pathname.startsWith(`/${name}/`),
      }))}
      language={{ action: '/taal', locale: data?.locale ?? 'nl', returnTo: pathname }}
      account={{ signInHref: '/aanmelden', signOutAction: '/afmelden', person }}
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
