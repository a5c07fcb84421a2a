import { basename } from 'node:path';
import { electionOf } from '~/domain/voting/modes';
import { type PabulibFile } from '~/domain/voting/round-file';
import { readPabulib } from '~/formats/pabulib/read';
import { ruleOf, usualRule, usualStep } from '~/domain/voting/rule-names';
import { type Outcome, tally } from '~/domain/voting/tally';
import { bytesAt } from '../files';
import { type Took } from './crowd';
import { type Figure, load, rounded } from './figure';
import { countInFloats } from './float-reference';

const turns = 3;
/** Seconds; when the floats take longer they are counted once. */
const slow = 5;

/**
 * Reads an election on file as approvals and counts it by our usual rule and in floats, in turns. Throws Error where the
 * two find other winners; what `bytesAt` and `readPabulib` throw. The peak memory is that of this process up to the end
 * of our first count, before the floats begin: measure one file in a process. The ratio is one of processor time, as the
 * long count would wait more often than the short one for whatever else the machine does.
 */
export async function measureFile(path: string): Promise<Figure> {
  const began = performance.now();
  const file = readPabulib(await bytesAt(path));
  const readSeconds = secondsSince(began);
  const step = usualStep(file.meta.get('currency'));
  const ours: Took[] = [];
  const reference: Took[] = [];
  const count = () => timed(ours, () => tally(electionOf(file, 'approval'), ruleOf(usualRule, step)));
  const inFloats = () => timed(reference, () => countInFloats(file, Number(step)));
  const outcome = count();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  compare(file, outcome, inFloats().winners);
  for (let turn = 1; turn < turns; turn += 1) {
    count();
    if (median(reference, 'clock') < slow) inFloats();
  }
  return {
    figure: 'tally',
    file: basename(path),
    voters: file.votes.length,
    projects: file.projects.length,
    distinctBallots: outcome.race.people.voters.length,
    readSeconds: rounded(readSeconds, 2),
    ruleSeconds: rounded(median(ours, 'clock'), 3),
    referenceSeconds: rounded(median(reference, 'clock'), 3),
    ratio: rounded(median(ours, 'program') / median(reference, 'program'), 3),
    peakMegabytes,
    load: load(),
  };
}

function compare({ projects }: PabulibFile, { winners }: Outcome, floats: readonly number[]): void {
  const ids = (places: readonly number[]) => places.map((place) => projects[place]?.id).join(' ');
  if (ids(winners) !== ids(floats)) {
    throw new Error(`our winners are not those of the floats:\n${ids(winners)}\n${ids(floats)}`);
  }
}

function timed<Answer>(took: Took[], work: () => Answer): Answer {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const answer = work();
  const { user, system } = process.cpuUsage(used);
  took.push({ clock: secondsSince(began), program: (user + system) / 1e6 });
  return answer;
}

const secondsSince = (began: number) => (performance.now() - began) / 1000;

function median(took: readonly Took[], what: keyof Took): number {
  const sorted = took.map((one) => one[what]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
