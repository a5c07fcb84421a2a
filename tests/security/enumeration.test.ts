import { beforeAll, describe, expect, test } from 'vitest';
import { makeGemeente, makePerson, giveDesk } from '../support/person';
import { useSite } from '../support/site';

/** S1 of the reliability plan: nothing that the site answers tells whether an address is known to it. */
const it = useSite();
const rounds = 200;
const withinShare = 0.05;
const atMostSeries = 3;
const minutes = 60_000;
const known = 'bekend-adres@voorbeeld.example';
const unknown = 'vreemd-adres@voorbeeld.example';
let now = new Date('2026-11-02T10:00:00Z');

beforeAll(async () => {
  const { db } = it.database.app;
  await makeGemeente(db);
  const { id } = await makePerson(db, { email: known });
  await giveDesk(db, it.site.secret, id, 'vier fietsen bij de schuur');
});

/** By then all tries are there again, so that the limit is not what we measure. */
function hoursLater() {
  now = new Date(now.getTime() + 6 * 60 * minutes);
  it.setNow(now);
}

async function timed(path: string, email: string) {
  const began = performance.now();
  const answer = await it.post(path, { body: { email, password: 'een fout wachtwoord' } });
  const text = await answer.text();
  const ms = performance.now() - began;
  const names = [...answer.headers.keys()].sort().join();
  const cookies = answer.headers.getSetCookie().map((set) => `${set.split('=')[0]}:${set.length}`);
  const same = text.replaceAll(email, 'ADRES').replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, 'NONCE');
  return { ms, said: [answer.status, answer.headers.get('location'), names, cookies, same] };
}

/** One round: the same from both, each the first in turn. */
async function askBoth(path: string, status: number, round: number) {
  const knownFirst = round % 2 === 0;
  const first = await timed(path, knownFirst ? known : unknown);
  const second = await timed(path, knownFirst ? unknown : known);
  expect(first.said[0], `round ${round}`).toBe(status);
  expect(second.said).toEqual(first.said);
  return knownFirst ? { known: first.ms, stranger: second.ms } : { known: second.ms, stranger: first.ms };
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/**
 * How much longer someone known waits than a stranger: the median, as a share of the wait, of what the two of a round
 * differ, because they meet the same machine.
 */
async function series(name: string, path: string, status: number): Promise<number> {
  const pairs = [];
  for (let round = -5; round < rounds; round++) {
    hoursLater();
    const pair = await askBoth(path, status, round);
    if (round >= 0) pairs.push(pair);
  }
  const a = median(pairs.map((pair) => pair.known));
  const b = median(pairs.map((pair) => pair.stranger));
  const extra = median(pairs.map((pair) => pair.known - pair.stranger)) / Math.max(a, b);
  const result = `known ${a.toFixed(2)} ms, stranger ${b.toFixed(2)} ms, within a round ${(100 * extra).toFixed(2)} %`;
  process.stdout.write(`${name}: ${result}\n`);
  return extra;
}

/** What the site gives away is in every series and to the same side; what a busy machine adds is not. */
const leaks = (extras: number[]) =>
  extras.every((extra) => extra > withinShare) || extras.every((extra) => extra < -withinShare);

describe.each([
  ['signing in with a password', '/aanmelden/raad', 400],
  ['asking for a code', '/aanmelden', 303],
  ['asking for a new password', '/aanmelden/raad/vergeten', 303],
])('%s', (name, path, status) => {
  test(
    `answers a stranger as it answers someone known, ${rounds} times each`,
    async () => {
      const extras: number[] = [];
      do extras.push(await series(name, path, status));
      while (leaks(extras) && extras.length < atMostSeries);
      expect(leaks(extras), extras.join()).toBe(false);
    },
    5 * minutes,
  );
});
