import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect } from '#db/client';
import { type Figure, load } from '../figure';
import { SiteProcess } from '../site-process';
import { makeFaultWorld } from './world';
import { paths } from '~/paths';

/** Thirty residents want to write about one initiative whose row somebody holds; everybody else goes on. */
export async function holdRow(
  url: string,
  { writers, seconds }: { writers: number; seconds: number },
): Promise<Figure> {
  const { db, close } = connect(url, { owner: true, max: 2 });
  const site = await SiteProcess.start(url);
  try {
    const { residents, initiatives } = await makeFaultWorld(db, { residents: writers, initiatives: 1 });
    const path = paths.initiative.support(initiatives[0] ?? '');
    await fetch(`${site.url}${paths.area.wijken}`).then((answer) => answer.text());
    const answers = new Map<number, number>();
    let held = true;
    const holder = db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from initiative for update`);
      await sleep(seconds * 1000);
      held = false;
    });
    const headers = (cookie: string) => ({ cookie, origin: site.url });
    const writer = async (cookie: string) => {
      while (held) {
        const body = new URLSearchParams({ stance: 'for' });
        const { status } = await fetch(site.url + path, {
          method: 'POST',
          redirect: 'manual',
          headers: headers(cookie),
          body,
        });
        answers.set(status, (answers.get(status) ?? 0) + 1);
        if (status === 303) return;
        await sleep(1_000);
      }
    };
    const writing = Promise.all(residents.map(({ cookie }) => writer(cookie)));
    await sleep(300);
    const [wijken, health] = await Promise.all(
      [paths.area.wijken, '/healthz'].map((at) => timesOf(site.url + at, () => held)),
    );
    await Promise.all([holder, writing]);
    const unexpected = [...answers].filter(([status]) => status !== 303 && status !== 503);
    return {
      figure: 'a row held by somebody',
      ...{ writers, seconds, wijkenP95Ms: wijken, healthP95Ms: health, busy: answers.get(503) ?? 0 },
      ...{ errors: unexpected.reduce((sum, [, count]) => sum + count, 0), load: load() },
    };
  } finally {
    await site.end('SIGTERM');
    await close();
  }
}

async function timesOf(address: string, goOn: () => boolean): Promise<number> {
  const times: number[] = [];
  while (goOn()) {
    const started = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    times.push(answer.status === 200 ? performance.now() - started : Infinity);
    await sleep(100);
  }
  times.sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length * 0.95)] ?? Infinity);
}
