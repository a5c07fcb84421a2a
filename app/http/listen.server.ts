import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

/**
 * How long a visitor may take, in milliseconds, so that a slow socket is gone within 20 seconds and holds no door. A bank
 * statement of 4 MB still arrives over 2 Mbit/s.
 */
const patience = { headers: 10_000, whole: 18_000, between: 10_000, unread: 9_000 };

/** How often sockets are looked at; Node itself looks every 30 seconds, and by then `patience` is long over. */
const lookEvery = 1_000;

/**
 * Serves on this address. Sockets that send too slowly, say nothing or do not take their answer are closed; one that waits
 * for an answer of ours is not.
 */
export function listen(app: RequestListener, port: number, host: string): Promise<Server> {
  const limits = {
    connectionsCheckingInterval: lookEvery,
    headersTimeout: patience.headers,
    requestTimeout: patience.whole,
    keepAliveTimeout: patience.between,
  };
  const server = createServer(limits, (req, res) => {
    if (!server.listening) res.setHeader('Connection', 'close');
    open.add(res.once('close', () => open.delete(res)));
    // A socket counts as alive while anything of its answer leaves: at worst this fires after twice the time.
    res.setTimeout(patience.unread, () => {
      if (req.socket.writableLength > 0) req.socket.destroy();
    });
    app(req, res);
  });
  const open = new Set<ServerResponse>();
  inHand.set(server, open);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** The answers that a server has not finished. */
const inHand = new WeakMap<Server, Set<ServerResponse>>();

/**
 * Takes no visitor more, answers who is in hand, and cuts off who is not done after `longest` milliseconds. A browser that
 * holds its connection is told to let go, with its next answer.
 */
export async function drain(server: Server, longest: number): Promise<void> {
  for (const answer of inHand.get(server) ?? []) {
    if (!answer.headersSent) answer.setHeader('Connection', 'close');
  }
  const cut = setTimeout(() => server.closeAllConnections(), longest);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
  clearInterval(idle);
}
