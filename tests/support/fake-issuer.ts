import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { clientOf } from './identity-provider';

type Json = Record<string, unknown>;

/** What a fake issuer says next: everything is right until a test changes it. */
export type Says = {
  /** Over the claims of the token. */
  claims?: JWTPayload;
  /** With which key the token is signed, or 'none'; 'hmac' uses the secret of the site. */
  signed?: 'own' | 'other' | 'none' | 'hmac';
  /** Over the answer that holds the token. */
  answer?: Json;
  userinfo?: Json;
};

/** An issuer that does what a test wants: it takes any code, and forges any token. */
export async function startFake() {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  const fake = {
    ...{ issuer: '', nonce: '', says: {} as Says, metadata: {} as Json, asked: [] as string[] },
    /** The nonce of each sign-in, by its code, where more are under way. */
    byCode: {} as Record<string, string>,
  };

  async function tokenOf({ claims, signed = 'own' }: Says, code: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      ...{ iss: fake.issuer, aud: clientOf.id, sub: 'somebody', iat: now, exp: now + 60 },
      nonce: fake.byCode[code] ?? fake.nonce,
      ...claims,
    };
    if (signed === 'none') return new UnsecuredJWT(payload).encode();
    if (signed === 'hmac')
      return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientOf.secret));
    const key = signed === 'own' ? own.privateKey : other.privateKey;
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  }

  const pages: Record<string, (body: URLSearchParams) => Json | Promise<Json>> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer: fake.issuer, authorization_endpoint: `${fake.issuer}/auth` },
      ...{ token_endpoint: `${fake.issuer}/token`, userinfo_endpoint: `${fake.issuer}/me` },
      ...{ jwks_uri: `${fake.issuer}/keys`, response_types_supported: ['code'] },
      ...{ subject_types_supported: ['pairwise'], ...fake.metadata },
    }),
    '/keys': () => ({ keys: [jwk] }),
    '/token': async (body) => ({
      ...{ access_token: 'x', token_type: 'Bearer', expires_in: 60 },
      ...{ id_token: await tokenOf(fake.says, body.get('code') ?? ''), ...fake.says.answer },
    }),
    '/me': () => ({ sub: 'somebody', ...fake.says.userinfo }),
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { url = '' } = req;
    fake.asked.push(url);
    const body = new URLSearchParams(await text(req));
    const page = pages[url];
    res.writeHead(page ? 200 : 404, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify((await page?.(body)) ?? {}));
  }

  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { fake, stop: () => new Promise((resolve) => server.close(resolve)) };
}
