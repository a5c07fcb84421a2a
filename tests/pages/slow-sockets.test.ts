import { type AddressInfo, connect, type Socket } from 'node:net';
import { type Server } from 'node:http';
import { Readable } from 'node:stream';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useSite } from '../support/site';

/** A socket is closed within 20 seconds; the rest is room for a busy machine. */
const longest = 23_000;
const between = 250;
const mebibyte = Buffer.alloc(1024 * 1024, 'x');

const site = useSite();
let server: Server;
let port = 0;

beforeAll(async () => {
  // The site itself, and one answer that is larger than what a kernel keeps for a reader.
  const app = express();
  app.get('/groot', (_req, res) => {
    Readable.from(Array.from({ length: 64 }, () => mebibyte)).pipe(res);
  });
  app.use(await site.built.createApp(site.site));
  server = await site.built.listen(app, 0, '127.0.0.1');
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const form = [
  'POST /taal HTTP/1.1',
  'Host: localhost',
  `Content-Type: application/x-www-form-urlencoded`,
  'Content-Length: 1000',
].join('\r\n');

type Slow = (socket: Socket) => void;

/** What a sender does that never comes to an end. */
const kinds: Record<string, [number, Slow]> = {
  'says nothing': [30, () => {}],
  'sends a byte of a header a second': [60, (socket) => drip(socket, 'GET / HTTP/1.1\r\nX-Slow: ')],
  'sends a byte of a form a second': [
    60,
    (socket) => drip(socket, `${form}\r\nOrigin: ${site.origin}\r\n\r\n`),
  ],
  'sends a byte of what is refused a second': [20, (socket) => drip(socket, `${form}\r\n\r\n`)],
  'keeps the door open after its answer': [
    20,
    (socket) => socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  ],
  'takes nothing of its answer': [5, (socket) => askLarge(socket).pause()],
  'takes a byte of its answer a second': [5, (socket) => sip(askLarge(socket))],
};

function drip(socket: Socket, start: string): void {
  socket.write(start);
  everySecond(socket, () => socket.write('x'));
}

function askLarge(socket: Socket): Socket {
  socket.write('GET /groot HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return socket;
}

function sip(socket: Socket): void {
  socket.pause();
  everySecond(socket, () => socket.read(1));
}

function everySecond(socket: Socket, act: () => void): void {
  const timer = setInterval(act, 1_000);
  socket.once('close', () => clearInterval(timer));
}

/** Opens a socket of a kind; answers its port, under which the server knows it. */
function open(slow: Slow): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      resolve(socket.localPort ?? 0);
      slow(socket);
    });
    socket.once('error', reject);
  });
}

/** Until when each socket was open, by the port of its sender: who does not read never hears that it is closed. */
function endings(): Map<number, number> {
  const closed = new Map<number, number>();
  server.on('connection', (socket) => {
    const { remotePort = 0 } = socket;
    socket.once('close', () => closed.set(remotePort, performance.now()));
  });
  return closed;
}

/** The times that other visitors wait until `over`, in milliseconds, the shortest first. */
async function othersUntil(over: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  while (!over()) {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/wijken`);
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    waits.push(performance.now() - began);
    await new Promise((go) => setTimeout(go, between));
  }
  return waits.sort((a, b) => a - b);
}

test('N1: sockets that dawdle are closed within 20 seconds, and nobody waits for them', async () => {
  const closed = endings();
  const began = performance.now();
  const sockets = await Promise.all(
    Object.entries(kinds).flatMap(([kind, [count, slow]]) =>
      Array.from({ length: count }, async () => ({ kind, port: await open(slow) })),
    ),
  );
  const left = () => sockets.filter((socket) => !closed.has(socket.port)).map(({ kind }) => kind);
  const waits = await othersUntil(() => left().length === 0 || performance.now() - began > longest);
  expect(sockets).toHaveLength(200);
  expect([...new Set(left())], 'still open').toEqual([]);
  expect(waits.length, 'what the others asked').toBeGreaterThan(20);
  expect(waits[Math.floor(waits.length * 0.95)], 'p95 of the others').toBeLessThan(1_000);
});
