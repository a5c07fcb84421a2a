import { createServer, connect as dial, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to the database that can be cut. */
export type Line = {
  /** The same database at the other end of this wire. */
  through: (url: string) => Promise<string>;
  /** Nobody gets through any more, and whoever was through is cut off. */
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** Whoever got through stays, and hears nothing any more; nor do those who come now. */
  mute: () => void;
  /** Cuts off whoever sends this text from now on, before it arrives. */
  cutAt: (text: string) => void;
};

export function makeLine(): Line {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let far = { host: '', port: 0 };
  let muted = false;
  let fatal: string | undefined;
  const mend = () =>
    new Promise<void>((resolve) => {
      [muted, fatal] = [false, undefined];
      server = createServer((near) => {
        const other = dial(far);
        for (const socket of [near, other]) {
          sockets.add(socket);
          socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
        }
        near.on('data', (bytes) => {
          if (fatal && bytes.includes(fatal)) near.destroy();
          else other.write(bytes);
        });
        other.on('data', (bytes) => muted || near.write(bytes));
        near.on('close', () => other.destroy());
        other.on('close', () => near.destroy());
      }).listen(port, '127.0.0.1', () => {
        port = (server?.address() as AddressInfo).port;
        resolve();
      });
    });
  return {
    mend,
    mute: () => {
      muted = true;
    },
    cutAt: (text) => {
      fatal = text;
    },
    through: async (url) => {
      const near = new URL(url);
      far = { host: near.hostname, port: Number(near.port || 5432) };
      await mend();
      [near.hostname, near.port] = ['127.0.0.1', String(port)];
      return near.toString();
    },
    cut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
