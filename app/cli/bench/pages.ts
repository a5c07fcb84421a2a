import { Agent, get } from 'node:http';
import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';
import { paths } from '~/paths';
import { startDemonstration } from './demonstration';
import { type Figure, inOrder, load, rounded } from './figure';
import { type Job } from './job';
import { type SiteProcess } from './site-process';

const readers = 50;
const forMs = 4_000;
/** The first are left out: their code is still being compiled, which a site that runs has behind it. */
const makings = { first: 20, counted: 40 };

/** The pages that everybody reads: how many a second to 50 readers at once, and what it takes to make one anew. */
export async function benchPages(job: Job): Promise<number> {
  const { site, db, close } = await startDemonstration(job);
  try {
    for (const path of await pagesOf(db)) {
      const made = await makeAnew(site, db, path);
      job.print({ figure: path, ...made, ...(await readTogether(site.url, path)), load: load() });
    }
  } finally {
    await close();
    await site.end('SIGTERM');
  }
  return 0;
}

async function pagesOf(db: Database): Promise<string[]> {
  const [found] = await db.execute<{ slug: string; number: number; round: number }>(sql`
    select w.slug, i.number, (select number from round order by number limit 1) as round
    from initiative i join area w on w.id = i.area_id where i.granted_cents is not null order by i.number limit 1`);
  if (!found) throw new Error('the demonstration is empty');
  return [
    paths.site.home,
    paths.area.wijk(found.slug),
    paths.initiative.show(found.number),
    paths.money.city,
    paths.voting.outcome(found.round),
  ];
}

/** Processor time of the site, in milliseconds, for one page after a change of what everybody may see: the mean. */
async function makeAnew(site: SiteProcess, db: Database, path: string): Promise<Figure> {
  const make = async () => {
    await db.execute(sql`select pg_notify('public_facts', '')`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = site.processorMs();
    await (await fetch(site.url + path)).arrayBuffer();
    return site.processorMs() - before;
  };
  for (let n = 0; n < makings.first; n += 1) await make();
  let took = 0;
  for (let n = 0; n < makings.counted; n += 1) took += await make();
  return { madeMs: rounded(took / makings.counted, 1) };
}

/** Each reader asks again as soon as the answer is whole, over a connection of its own. */
async function readTogether(url: string, path: string): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const times: number[] = [];
  let errors = 0;
  const started = performance.now();
  const reader = async () => {
    while (performance.now() - started < forMs) {
      const at = performance.now();
      if ((await ask(url + path, agent)) !== 200) errors += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  const [p50Ms, p95Ms] = [0.5, 0.95].map(inOrder(times)).map((ms) => rounded(ms, 1));
  return { readers, perSecond: Math.round(times.length / seconds), p50Ms, p95Ms, errors };
}

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br, gzip', Accept: 'text/html' };
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', reject);
  });
}
