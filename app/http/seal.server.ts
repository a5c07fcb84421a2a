import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is sealed for one purpose cannot be opened for another. */
export type Purpose = 'totp' | 'attempt' | 'device' | 'mail' | 'letter' | 'address' | 'oidc';

export type Vault = {
  seal: (purpose: Purpose, text: string) => string;
  /** Null when it was not sealed here, for this purpose, or was touched since. */
  open: (purpose: Purpose, sealed: string) => string | null;
  /** 32 bytes that only this site can compute for this text. */
  derive: (text: string) => Buffer;
};

const NONCE = 12;
const TAG = 16;

/** Seals with AES-256-GCM under keys drawn from the site's secret. */
export function vaultOf(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'wijkkas seal', 32));
  const deriving = Buffer.from(hkdfSync('sha256', secret, '', 'wijkkas derive', 32));
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url');
    },
    open: (purpose, sealed) => opened(key, purpose, Buffer.from(sealed, 'base64url')),
    derive: (text) => createHmac('sha256', deriving).update(text).digest(),
  };
}

function opened(key: Buffer, purpose: Purpose, sealed: Buffer): string | null {
  if (sealed.length < NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  try {
    return decipher.update(sealed.subarray(NONCE + TAG)).toString('utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
