import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the site is called at the identity providers of the tests. */
export const clientOf = { id: 'wijkkas', secret: 'a secret of a test, only for a test' };

/** Where those people live who can sign in, by the name with which they do. */
type Residents = Record<string, { postal_code?: string; street_address?: string } | undefined>;

/** A whole identity provider in this process, that answers a subject of its own for every site and asks what it may tell. */
export async function startProvider(residents: Residents) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const minutes = 10 * 60;
  const provider = (redirectUri: string) =>
    new Provider(issuer, {
      clients: [
        {
          ...{ client_id: clientOf.id, client_secret: clientOf.secret },
          ...{ redirect_uris: [redirectUri], subject_type: 'pairwise' },
        },
      ],
      subjectTypes: ['pairwise'],
      pairwiseIdentifier: (_ctx: unknown, name: string) => `pairwise-${name}`,
      claims: { openid: ['sub'], address: ['address'] },
      findAccount: (_ctx: unknown, name: string) => ({
        accountId: name,
        claims: () => Promise.resolve({ sub: name, address: residents[name] }),
      }),
      cookies: { keys: ['a key of a test'] },
      ttl: {
        ...{ AccessToken: minutes, AuthorizationCode: 60, Grant: minutes },
        ...{ IdToken: minutes, Interaction: minutes, Session: minutes },
      },
    });
  return {
    issuer,
    /** Lets a site take part whose people come back here. */
    admit: (redirectUri: string) => server.on('request', provider(redirectUri).callback()),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Signs in at a provider as a browser would: fills in its form, agrees to what it tells, and answers where it sends one back to. It
 * stops at the first page where `abort`.
 */
export async function signInThere(start: URL, name: string, abort = false): Promise<URL> {
  const jar = new Map<string, string>();
  let [at, body] = [start, undefined as URLSearchParams | undefined];
  for (let steps = 0; steps < 12; steps += 1) {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const method = body ? 'POST' : 'GET';
    const answer = await fetch(at, { method, body, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(key, value);
    }
    body = undefined;
    const location = answer.headers.get('location');
    if (location) {
      at = new URL(location, at);
      if (at.origin !== start.origin) return at;
      continue;
    }
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(await answer.text()) ?? [];
    if (abort) at = new URL(`${at.pathname}/abort`, at);
    else body = new URLSearchParams({ prompt, login: name, password: 'x' });
  }
  throw new Error(`the provider does not come to an end at ${at.pathname}`);
}
