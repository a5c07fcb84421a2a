import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';
import { startDemonstration } from './demonstration';
import { type Figure, inOrder, load } from './figure';
import { type Job } from './job';
import { many, plantRooms } from './plant-rooms';
import { paths } from '~/paths';

const readers = 50;
/** How often each reader asks; a file of a whole year is made for one at a time. */
const rounds = (path: string) => (/\.\w+\?/.test(path) ? 1 : 4);

/** The public lists with 50,000 rows behind each, under 50 readers at once, and what that takes of memory. */
export async function benchRooms(job: Job): Promise<number> {
  const { site, db, close } = await startDemonstration(job);
  const pages = await plant(db).finally(close);
  // What planting took is not what reading takes.
  await site.end('SIGTERM');
  await site.start();
  job.print({ figure: 'the site at rest', residentMB: site.residentMegabytes() });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, site.residentMegabytes());
  }, 100);
  try {
    for (const path of pages) {
      peak = 0;
      const times = await readTogether(site.url, path);
      job.print({ ...times, peakMB: peak, load: load() });
    }
  } finally {
    clearInterval(looking);
    await site.end('SIGTERM');
  }
  return 0;
}

/** Plants the big rooms into the demonstration; answers the pages to read. */
async function plant(db: Database): Promise<string[]> {
  const [found] = await db.execute<{ person: string; number: number; slug: string; year: number }>(sql`
    select a.person_id as person, i.number, w.slug,
      (select extract(year from effective_on)::int from journal_entry where kind = 'pledge' order by id limit 1) as year
    from comment c join initiative i on i.id = c.initiative_id join area w on w.id = i.area_id
      join applicant a on a.initiative_id = i.id limit 1`);
  if (!found) throw new Error('the demonstration is empty');
  await plantRooms(db, found.person);
  const [wijk, initiative] = [paths.area.wijk(found.slug), paths.initiative.show(found.number)];
  const lists = [
    paths.initiative.list,
    paths.council.decisions,
    paths.voting.rounds,
    paths.money.city,
    paths.money.rows,
  ];
  const files = [
    paths.ledger.journalCsv,
    paths.ledger.journalHledger,
    paths.money.rowsCsv,
    paths.ledger.postingsCsv(found.slug),
  ];
  const ofYear = files.map((file) => `${file}?jaar=${found.year}`);
  return ['/', wijk, paths.ledger.postings(found.slug), initiative, ...lists, ...ofYear];
}

/** How long a page takes while so many readers ask it, each as soon as its last answer came. */
async function readTogether(url: string, path: string): Promise<Figure> {
  const times: number[] = [];
  let [errors, busy, letters] = [0, 0, 0];
  const reader = async () => {
    for (let round = 0; round < rounds(path); round += 1) {
      const started = performance.now();
      const answer = await fetch(url + path);
      letters = Math.max(letters, (await answer.text()).length);
      times.push(performance.now() - started);
      if (answer.status === 429) busy += 1;
      else if (!answer.ok) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const [p50Ms, p95Ms] = [0.5, 0.95].map(inOrder(times)).map(Math.round);
  return { figure: `${path} of ${many} rows`, readers, p50Ms, p95Ms, letters, busy, errors };
}
