import { Secret, TOTP } from 'otpauth';

/** What of the site's vault a second factor needs (http/seal). */
export type Vault = {
  seal: (purpose: 'totp', text: string) => string;
  open: (purpose: 'totp', sealed: string) => string | null;
  derive: (text: string) => Buffer;
};

const PERIOD_S = 30;
const SECRET_BYTES = 20;

/** The authenticator entry of a secret (base32), as RFC 6238 has it: six digits, thirty seconds, SHA-1. */
export const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Wijkkas', label, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6 });

/** The secret that goes with an invitation: the same at each look, and of no use to who has only the database. */
export function secretFor(vault: Vault, token: string): string {
  const bytes = vault.derive(`totp:${token}`).subarray(0, SECRET_BYTES);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}

/** The time step that a code belongs to, now or one step to either side; null when it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}
