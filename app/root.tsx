import { type LinksFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useParams,
  useMatches,
  useNavigation,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressContext } from './ui/address';
import { FormKeyContext } from './ui/form-key';
import { PageFrame } from './ui/page-frame';
import { ErrorPage } from './routes/site/shared/error-page';
import { DemoBanner } from './ui/demo-banner';
import { useLocale } from './ui/locale';
import { desksOf } from '~/http/desks.server';
import { keptKey } from '~/http/form.server';
import { type Installation, knownInstallation, rememberInstallation } from '~/http/installation.server';
import { knownSettings, logoHref, lookOf, settingsOf } from '~/http/settings.server';
import { type Handle, page } from '~/http/route.server';
import { type Asked } from '~/http/visit.server';
import { useNonce } from './ui/nonce';
import { type Settings } from '~/domain/site/settings';
import { paths, withBack } from './paths';
import './styles/index.css';

export const handle = { access: { read: 'site.read' } };

type Desks = Awaited<ReturnType<typeof desksOf>>;
type Person = { name: string | null } | null;

export const loader = page(
  'site.read',
  async (visit) => {
    const { db, actor, newId } = visit.context;
    const person: Person = actor.personId ? { name: actor.name } : null;
    const formKey = person && newId();
    const desks = person && (await desksOf(visit));
    const installation = await rememberInstallation(visit.site, db);
    return frameOf(visit, installation, await settingsOf(visit.site), { person, formKey, desks });
  },
  (asked) => {
    const nobody = { person: undefined, formKey: null, desks: null };
    return frameOf(asked, knownInstallation(asked.site), knownSettings(asked.site), nobody);
  },
);

function frameOf(
  asked: Asked,
  installation: Installation,
  settings: Settings,
  /** Undefined while nobody can know who asks. */
  who: { person: Person | undefined; formKey: string | null; desks: Desks | null },
) {
  return {
    locale: asked.locale,
    look: lookOf(settings.theme),
    logo: logoHref(settings),
    contact: settings.email,
    english: settings.english,
    gemeente: settings.name ?? installation?.gemeente ?? null,
    demonstration: installation?.demonstration ?? false,
    ...who,
    keptKey: keptKey(asked),
  };
}

/** A form that was looked at leaves a page with new keys, also when it was refused. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus = 0, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || (actionStatus >= 400 && actionStatus < 500);

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

const sections = [
  ['wijken', paths.area.wijken],
  ['initiatieven', paths.initiative.list],
  ['stemrondes', paths.voting.rounds],
  ['besluiten', paths.council.decisions],
  ['geld', paths.money.city],
] as const;
const footer = [
  ['over', paths.site.about],
  ['toegankelijkheid', paths.site.accessibility],
  ['privacy', paths.site.privacy],
] as const;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const locale = useLocale();
  return (
    <html lang={locale} data-theme={data?.look.base ?? 'vierstromen'} data-colours={data?.look.colours}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {data?.look.sheet ? <link rel="stylesheet" href={data.look.sheet} /> : null}
      </head>
      <body>
        <FormKeyContext.Provider value={{ page: data?.formKey ?? null, kept: data?.keptKey ?? null }}>
          <Frame>{children}</Frame>
        </FormKeyContext.Provider>
        {useRunsHere() ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** Whether something of this page runs in the browser, as its `handle.runs` says: all others are whole without a script. */
function useRunsHere(): boolean {
  return useMatches().some(({ handle, data }) => {
    const { runs } = (handle ?? {}) as Handle;
    return typeof runs === 'function' ? Boolean(data) && runs(data as never) : runs === true;
  });
}

function Frame({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { token } = useParams();
  useFocusOnHeading();
  const locale = useLocale();
  const person = data?.person
    ? { name: data.person.name ?? t('site.frame.me'), href: paths.people.me }
    : undefined;
  const signInHref = token ? paths.people.signIn : signInFrom(pathname, search);
  const account = { signInHref, signOutAction: paths.people.signOut, person };
  return (
    <PageFrame
      homeHref="/"
      place={data?.gemeente ?? undefined}
      logo={data?.logo ?? undefined}
      nav={sections.map(([name, href]) => ({
        href,
        label: t(`site.nav.${name}`),
        current: isWithin(pathname, href),
      }))}
      desks={useDesks(pathname)}
      language={
        data?.english === false ? undefined : { action: paths.site.language, locale, returnTo: pathname }
      }
      account={data?.person === undefined ? undefined : account}
      banner={data?.demonstration ? <DemoBanner /> : undefined}
      footer={[
        ...footer.map(([name, href]) => ({ href, label: t(`site.footer.${name}`) })),
        { href: paths.money.howMoney, label: t('money.how.crumb') },
        ...(data ? [{ href: `mailto:${data.contact}`, label: t('site.footer.contact') }] : []),
      ]}
    >
      {children}
    </PageFrame>
  );
}

/**
 * The door with the way back here; from the front page and from the door itself one goes on to the own page. Not asked for an
 * address with a token in it: that stays out of other addresses, and so out of the logs of others.
 */
function signInFrom(pathname: string, search: string): string {
  const nowhere = pathname === paths.site.home || isWithin(pathname, paths.people.signIn);
  return nowhere ? paths.people.signIn : withBack(paths.people.signIn, pathname + search);
}

const isWithin = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

/** A way to each desk of who is signed in. Behind it the second factor is asked where it was not given yet. */
function useDesks(pathname: string) {
  const desks = useRouteLoaderData<typeof loader>('root')?.desks;
  const { t } = useTranslation();
  if (!desks) return [];
  const links = [
    ...desks.councils.map(({ slug, name }) => ({ href: paths.council.desk(slug), label: name })),
    ...(desks.money ? [{ href: paths.money.desk, label: t('site.frame.money') }] : []),
    // An administrator finds the comments on the page of administration.
    ...(desks.moderation && !desks.admin
      ? [{ href: paths.initiative.moderate, label: t('site.frame.moderation') }]
      : []),
    ...(desks.admin ? [{ href: paths.site.admin, label: t('site.frame.admin') }] : []),
  ];
  return links.map((link) => ({
    ...link,
    current: isWithin(pathname, link.href),
  }));
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
  return (
    <AddressContext.Provider value={useLocation()}>
      <Outlet />
    </AddressContext.Provider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
