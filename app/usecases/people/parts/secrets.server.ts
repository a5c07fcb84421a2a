import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { fewAtOnce } from '~/domain/few-at-once';

/** argon2id as OWASP and NIST ask it at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password that nobody has: checked for strangers, so that they wait as long as everybody. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$kVzDnwwwxOqzRWrG+R46yQ$7oqAGTq0FmMss/GardBOZVA7B/0Uok1KGopBP7vOlMk';

/** A storm of sign-ins must not take the machine: two at once, some 3 s of them waiting (reliability (d)). */
const hashing = fewAtOnce(2, 300);

/** The hash to keep of a password or short code. What looks the same counts as the same (NFKC). */
export const hashSecret = (secret: string) => hashing(() => hash(secret.normalize('NFKC'), cost));

/** Whether this is the secret behind the hash; for an absent hash no, after the same work. */
export const verifySecret = async (kept: string | null | undefined, secret: string): Promise<boolean> =>
  (await hashing(() => verify(kept ?? nobodys, secret.normalize('NFKC')))) &&
  kept !== null &&
  kept !== undefined;

/** Eight digits for a person to type. */
export const newCode = () => String(randomInt(100_000_000)).padStart(8, '0');

/** 256 bits for a link. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What to keep of a secret too long to guess. */
export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
