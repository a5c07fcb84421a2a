import { beforeAll, describe, expect, test } from 'vitest';
import { makeGemeente, makePerson, giveDesk } from '../support/person';
import { useSite } from '../support/site';

/** S1 of the reliability plan: nothing that the site answers tells whether an address is known to it. */
const it = useSite();
const rounds = 200;
const withinShare = 0.05;
const known = 'bekend-adres@voorbeeld.example';
const unknown = 'vreemd-adres@voorbeeld.example';
let now = new Date('2026-11-02T10:00:00Z');

beforeAll(async () => {
  const { db } = it.database.app;
  await makeGemeente(db);
  const { id } = await makePerson(db, { email: known });
  await giveDesk(db, it.site.secret, id, 'vier fietsen bij de schuur');
});

/** Each quarter of an hour has its own tries, so that the limit is not what we measure. */
function nextQuarter() {
  now = new Date(now.getTime() + 16 * 60_000);
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

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

describe.each([
  ['signing in with a password', '/aanmelden/raad', 400],
  ['asking for a code', '/aanmelden', 303],
  ['asking for a new password', '/aanmelden/raad/vergeten', 303],
])('%s', (name, path, status) => {
  test(`answers a stranger as it answers someone known, ${rounds} times each`, async () => {
    const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
    for (let round = -5; round < rounds; round++) {
      if (round % 5 === 0) nextQuarter();
      const order = round % 2 === 0 ? [known, unknown] : [unknown, known];
      const answers = [];
      for (const email of order) answers.push({ email, ...(await timed(path, email)) });
      expect(answers[0]?.said[0]).toBe(status);
      expect(answers[0]?.said).toEqual(answers[1]?.said);
      if (round >= 0) for (const { email, ms } of answers) times[email]?.push(ms);
    }
    const [a, b] = [median(times[known] ?? []), median(times[unknown] ?? [])];
    process.stdout.write(`${name}: known ${a.toFixed(2)} ms, stranger ${b.toFixed(2)} ms\n`);
    expect(Math.abs(a - b) / Math.max(a, b)).toBeLessThanOrEqual(withinShare);
  });
});
