import { createServer, type RequestListener, type Server } from 'node:http';

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
    // A socket counts as alive while anything of its answer leaves: at worst this fires after twice the time.
    res.setTimeout(patience.unread, () => {
      if (req.socket.writableLength > 0) req.socket.destroy();
    });
    app(req, res);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
