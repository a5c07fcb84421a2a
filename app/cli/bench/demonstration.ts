import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { type Job } from './job';
import { scratchDatabase } from './scratch';
import { SiteProcess } from './site-process';

/** The site with the demonstration in it, on a database that goes away at the end, and that database as its owner sees it. */
export async function startDemonstration({ env, atEnd }: Pick<Job, 'env' | 'atEnd'>) {
  const scratch = await scratchDatabase(env);
  atEnd(scratch.drop);
  await migrate(scratch.url);
  const site = await SiteProcess.start(scratch.url, process.cwd(), true);
  return { site, ...connect(scratch.url, { owner: true, max: 2 }) };
}
