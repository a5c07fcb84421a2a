import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

type Letter = { to: string; text: string };

/** Takes the mail of a site while `use` lasts, and shows the newest letter to an address once it is there. */
export async function withPostbox(
  use: (postbox: { url: string; newest: (to: string) => Promise<string> }) => Promise<void>,
): Promise<void> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        letters.push({ to, text: plain(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const newest = async (to: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = letters.findLast((letter) => letter.to === to);
      if (found) return found.text;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no letter came to ${to}`);
  };
  try {
    await use({ url: `smtp://127.0.0.1:${port}`, newest });
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** A letter as it is read: its long lines are cut with `=` on the way. */
const plain = (raw: string) => raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
