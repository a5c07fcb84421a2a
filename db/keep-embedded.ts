import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from './embedded';

const EVERY_MS = 1_000;

export type Keeper = { stop: () => Promise<void> };

/**
 * Starts the server on `folder` again whenever nobody listens at the address it had, until told to stop. `notify` hears of
 * it: an error when it did not come back (which is tried again), or came back where the site does not look for it.
 */
export function keepEmbedded(
  folder: string,
  url: string,
  notify: (what: 'gone' | 'back' | Error) => void,
): Keeper {
  const port = Number(new URL(url).port);
  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;
  const watch = async () => {
    for (;;) {
      await pause(EVERY_MS, stopping.signal);
      if (isStopped()) return;
      if (await isListening(port)) continue;
      notify('gone');
      try {
        const again = await startEmbedded(folder, { port, until: stopping.signal });
        notify(again.url === url ? 'back' : new Error('the database came back at another address'));
      } catch (error) {
        if (!isStopped()) notify(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };
  const watching = watch();
  return {
    stop: () => {
      stopping.abort();
      return watching;
    },
  };
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/** Only a refusal counts as nobody: a machine that is too busy to answer in time may still have a server. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: EVERY_MS });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('timeout', () => end(true));
    socket.once('error', () => end(false));
  });
}
