import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { runChecks } from '#db/checks/run';
import { type Database } from '#db/client';
import { type FaultWorld } from './world';
import { paths } from '~/paths';

type Site = { url: string };
type Act = { path: string; cookie: string; body: Record<string, string> };

/** What the writers met while they sent each act until it was acknowledged. */
export type Written = {
  acts: readonly Act[];
  acknowledged: number;
  /** Answers 5xx other than 503, answers 503, and sends that got no answer. */
  errors: number;
  unavailable: number;
  unanswered: number;
};

const LONGEST_ACT_MS = 60_000;
const BETWEEN_TRIES_MS = 100;

/** So many statements of support, each of another person and initiative, and as many receipts, each with its own key. */
export function actsIn(world: FaultWorld, count: number): Act[] {
  return Array.from({ length: count }, (_, n) => {
    if (n % 2 === 0) {
      const body = { cents: '1,00', key: randomUUID() };
      return { path: paths.sources.show(world.source), cookie: world.controller, body };
    }
    const { residents, initiatives } = world;
    const [at, about] = [Math.floor(n / 2) % residents.length, Math.floor(n / 2 / residents.length)];
    const body = { stance: 'for' };
    return {
      path: paths.initiative.support(initiatives[about] ?? ''),
      cookie: residents[at]?.cookie ?? '',
      body,
    };
  });
}

/** What there is to write, and that nothing is yet. */
export const unwritten = (acts: readonly Act[]): Written => ({
  acts,
  ...{ acknowledged: 0, errors: 0, unavailable: 0, unanswered: 0 },
});

/** Sends every act with so many clients at once, each again until the site says that it is done. */
export async function write(site: Site, written: Written, clients: number): Promise<void> {
  const waiting = [...written.acts];
  const client = async () => {
    for (let act = waiting.shift(); act; act = waiting.shift()) await untilDone(site, act, written);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

async function untilDone(site: Site, act: Act, written: Written): Promise<void> {
  const deadline = Date.now() + LONGEST_ACT_MS;
  while (Date.now() < deadline) {
    const status = await send(site, act);
    if (status === 303) return void (written.acknowledged += 1);
    if (status === undefined) written.unanswered += 1;
    else if (status === 503) written.unavailable += 1;
    else written.errors += 1;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}

async function send({ url }: Site, { path, cookie, body }: Act): Promise<number | undefined> {
  try {
    const answer = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: url },
      body: new URLSearchParams(body),
      signal: AbortSignal.timeout(20_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}

/** What is in the database, beside what was acknowledged; `lost`, `double` and `half` must be 0. */
export async function compare(db: Database, { acts, acknowledged }: Written) {
  const keys = acts.flatMap(({ body }) => body.key ?? []);
  const [stored] = await db.execute<{ receipts: number; cents: string; support: number }>(sql`select
    (select count(*)::int from journal_entry where kind = 'receipt') as receipts,
    (select coalesce(sum(cents), 0) from posting join account on account.id = account_id
      where account.kind = 'bank') as cents,
    (select count(*)::int from support_statement) as support`);
  const { receipts = 0, cents = '0', support = 0 } = stored ?? {};
  const { violations } = await runChecks(db);
  const done = receipts + support;
  return {
    acknowledged,
    lost: Math.max(0, acknowledged - done),
    double: Math.max(0, done - acts.length) + Math.max(0, Number(cents) / 100 - keys.length),
    half: violations,
  };
}
