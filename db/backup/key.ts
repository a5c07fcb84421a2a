import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { UnusableBackup } from './manifest';

/** A stage in a stream of bytes. */
export type Stage = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const SECRET = 'AGE-SECRET-KEY-';
const PUBLIC = 'age1';

/** Seals in the age format (https://age-encryption.org/v1) for the key in this text, the secret half or the public one. */
export async function sealFor(key: string): Promise<Stage> {
  const found = keyIn(key);
  if (!found) throw unreadable();
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(found.startsWith(SECRET) ? await identityToRecipient(found) : found);
  } catch {
    throw unreadable();
  }
  return async function* (chunks) {
    yield* piecesOf(await encrypter.encrypt(webStream(chunks)));
  };
}

/** Opens what was sealed for this key; only its secret half can. */
export function openWith(key: string): Stage {
  const found = keyIn(key);
  if (!found) throw unreadable();
  if (!found.startsWith(SECRET)) {
    throw new UnusableBackup(
      `This is the public half of a key (${PUBLIC}…): it seals backups, and does not open them. Give the secret half, which begins with ${SECRET}.`,
    );
  }
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(found);
  } catch {
    throw unreadable();
  }
  return async function* (chunks) {
    yield* piecesOf(await decrypter.decrypt(webStream(chunks)));
  };
}

/** A new key, in the words of `age-keygen`: the text for the file to keep, and the public half. */
export async function newKey(now: Date): Promise<{ text: string; publicKey: string }> {
  const secret = await generateX25519Identity();
  const publicKey = await identityToRecipient(secret);
  return { text: `# created: ${now.toISOString()}\n# public key: ${publicKey}\n${secret}\n`, publicKey };
}

const keyIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(SECRET) || line.startsWith(PUBLIC));

const unreadable = () =>
  new UnusableBackup(
    `There is no key of age in it: a line that begins with ${PUBLIC} or ${SECRET}. Make one with: npm run backup -- --new-key FILE`,
  );

/** The kind of stream that age takes. */
function webStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await pieces.return?.()),
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
