import * as client from 'openid-client';
import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { type ToldBySignIn } from '~/domain/people/residence';
import { type Config } from './config.server';
import { type Site } from './site.server';
import { type Visit } from './visit.server';
import { paths } from '~/paths';

type Settings = NonNullable<Config['oidc']>;

const patienceS = 5;
const keptMs = 3_600_000;

type Kept = { found: Promise<client.Configuration>; at: number };
const known = new WeakMap<Settings, Kept>();

/** The sign-in service as it describes itself: asked when it is needed, once an hour, and again when it did not answer. */
function serviceOf(settings: Settings, now: Date): Kept['found'] {
  const kept = known.get(settings);
  if (kept && now.getTime() < kept.at + keptMs) return kept.found;
  const found = discovered(settings);
  known.set(settings, { found, at: now.getTime() });
  found.catch(() => known.delete(settings));
  return found;
}

function discovered({ issuer, clientId, clientSecret }: Settings): Kept['found'] {
  // The settings take an address without TLS on this machine alone.
  const insecure = new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    execute: [client.enableNonRepudiationChecks, ...insecure],
    timeout: patienceS,
  });
}

/** A sign-in that somebody began: where they go for it, and what only this browser and the service know of it. */
export type OidcFlow = { to: string; state: string; nonce: string; verifier: string };

/** Begins a sign-in at the service. Throws 'oidcAway' where it does not answer, 'notFound' where there is none. */
export async function beginOidc({ site, context: { now, newId } }: Visit): Promise<OidcFlow> {
  const settings = settingsOf(site);
  const [state, nonce, verifier] = [newId(), client.randomNonce(), client.randomPKCECodeVerifier()];
  return refusing(site, 'oidcAway', async () => {
    const to = client.buildAuthorizationUrl(await serviceOf(settings, now), {
      ...{ redirect_uri: backAt(site), scope: 'openid address', state, nonce },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      // Whoever sits at a computer that others use shows who they are themselves.
      prompt: 'login',
    });
    return { to: to.href, state, nonce, verifier };
  });
}

/**
 * Asks the service who signed in, once they came back. The library checks state, issuer, code, verifier, and of the token its
 * signature, issuer, audience, term and nonce. Throws 'oidcRefused', 'oidcStopped' and 'oidcAway'.
 */
export async function finishOidc(
  { site, url, context: { now } }: Visit,
  { state, nonce, verifier }: OidcFlow,
): Promise<ToldBySignIn> {
  const settings = settingsOf(site);
  return refusing(site, 'oidcRefused', async () => {
    const service = await serviceOf(settings, now);
    const tokens = await client.authorizationCodeGrant(service, new URL(backAt(site) + url.search), {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (!claims) throw new DomainError('oidcRefused');
    const { iss: issuer, sub: subject } = claims;
    const isTold = claims.address !== undefined || !service.serverMetadata().userinfo_endpoint;
    const from = isTold ? claims : await client.fetchUserInfo(service, tokens.access_token, subject);
    return { issuer, subject, address: addressOf(from.address) };
  });
}

function settingsOf({ config }: Site): Settings {
  if (!config.oidc) throw new DomainError('notFound');
  return config.oidc;
}

const backAt = ({ config }: Site) => `${config.origins[0]}${paths.people.homeBack}`;

/** The claim `address` of OpenID Connect, as far as it is needed. */
const claim = z.object({ postal_code: z.string(), street_address: z.string().default('') });

function addressOf(told: unknown): ToldBySignIn['address'] {
  const { data } = claim.safeParse(told);
  return data ? { postcode: data.postal_code, street: data.street_address } : null;
}

type Fault = 'oidcAway' | 'oidcRefused' | 'oidcStopped';

/** Tells in our own words what the library refused. The log gets what kind it was: its words can hold what was in a token. */
async function refusing<T>({ log }: Site, otherwise: Fault, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const refused = faultOf(error) ?? otherwise;
    const { name: fault, code: why } = error as Error & { code?: unknown };
    if (refused !== 'oidcStopped')
      log.warn({ fault, why }, 'the sign-in service did not answer as it should');
    throw new DomainError(refused);
  }
}

function faultOf(error: unknown): Fault | undefined {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'oidcStopped' : undefined;
  const { code, message } = error as Error & { code?: unknown };
  return code === 'OAUTH_TIMEOUT' || message === 'fetch failed' ? 'oidcAway' : undefined;
}
