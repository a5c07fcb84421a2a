import { initiativeByNumber } from '#db/reads/initiative';
import { moderationQueue } from '#db/reads/comment';
import { poolOf } from '#db/reads/pool';
import { neighbour, neighboursPerWijk, type Persona, personas, type Someone } from '#db/seed/people';
import { type Idea, ideas, type Remark } from '#db/seed/story';
import { transaction } from '#db/transaction';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { giveSupport } from '~/usecases/give-support.server';
import { moderateComment } from '~/usecases/moderate-comment.server';
import { payAdvance, payOut } from '~/usecases/money/pay.server';
import { publishInitiative } from '~/usecases/publish-initiative.server';
import { saveInitiative } from '~/usecases/save-initiative-step.server';
import { startInitiative } from '~/usecases/start-initiative.server';
import { submitInitiative } from '~/usecases/submit-initiative.server';
import { withdrawInitiative } from '~/usecases/withdraw-initiative.server';
import { writeComment } from '~/usecases/write-comment.server';
import { inCents } from './money';
import { as, dayFrom, type Scene, type Stage } from './stage';

/** The number of every initiative of the story, once it is written. */
export type Numbers = Map<string, number>;

/** The life of every initiative outside the council's room, as scenes. */
export function ideaScenes(stage: Stage, numbers: Numbers): Scene[] {
  return ideas.flatMap((idea) => [
    { day: idea.written, play: () => write(stage, numbers, idea) },
    ...published(stage, numbers, idea),
    ...(idea.remarks ?? []).flatMap((remark) => remarked(stage, numbers, idea, remark)),
    ...paid(stage, numbers, idea),
  ]);
}

export function numberOf(numbers: Numbers, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new Error(`initiative ${key} is not written yet`);
  return number;
}

async function write(stage: Stage, numbers: Numbers, idea: Idea): Promise<void> {
  const act = await as(stage, idea.who, dayFrom(stage, idea.written));
  const { title, summary, story, theme, place, participants } = idea;
  const { number } = await startInitiative(act, { areaId: stage.world.areas[idea.wijk], title });
  numbers.set(idea.key, number);
  await saveInitiative(act, number, {
    summary,
    story,
    theme,
    place,
    participants,
    startsOn: calendarDateIn(dayFrom(stage, idea.startsOn)),
    ownContributionCents: inCents(idea.own ?? 0),
    lines: idea.lines.map(([description, quantity, euros]) => ({
      description,
      quantity,
      unitCents: inCents(euros),
    })),
    coApplicants: (idea.with ?? []).map((who) => `${who}@vierstromen.example`),
  });
}

function published(stage: Stage, numbers: Numbers, idea: Idea): Scene[] {
  const { key, who, published: day, submitted, withdrawn } = idea;
  if (day === undefined) return [];
  const at = (when: number) => as(stage, who, dayFrom(stage, when));
  const number = () => numberOf(numbers, key);
  const scenes = [
    { day, play: async () => publishInitiative(await at(day), number()) },
    ...supported(stage, numbers, idea, day),
  ];
  if (submitted !== undefined) {
    scenes.push({ day: submitted, play: async () => submitInitiative(await at(submitted), number()) });
  }
  if (withdrawn) {
    const play = async () =>
      void (await withdrawInitiative(await at(withdrawn.day), number(), withdrawn.reason));
    scenes.push({ day: withdrawn.day, play });
  }
  return scenes;
}

/** Neighbours say what they think, a few hours after one another. */
function supported(stage: Stage, numbers: Numbers, idea: Idea, day: number): Scene[] {
  const [inFavour, against, none] = idea.stances ?? [0, 0, 0];
  const stances = [
    ...Array<'for'>(inFavour).fill('for'),
    ...Array<'against'>(against).fill('against'),
    ...Array<'none'>(none).fill('none'),
  ];
  const neighbours = residentsOf(idea);
  return stances.map((stance, index) => {
    const when = day + (index + 1) / 4;
    const who = neighbours[index];
    if (!who) throw new Error(`too few neighbours for ${idea.key}`);
    const play = async () =>
      giveSupport(await as(stage, who, dayFrom(stage, when)), numberOf(numbers, idea.key), stance);
    return { day: when, play };
  });
}

function residentsOf({ wijk, who, with: others = [] }: Idea): Someone[] {
  const nameless = Array.from({ length: neighboursPerWijk }, (_, index) => neighbour(wijk, index + 1));
  const known = (Object.keys(personas) as Persona[]).filter((key) => personas[key].wijk === wijk);
  return [...nameless.reverse(), ...known].filter((each) => each !== who && !others.includes(each));
}

function remarked(stage: Stage, numbers: Numbers, { key }: Idea, remark: Remark): Scene[] {
  const { who, day, argument, body, verdict } = remark;
  const say = async () =>
    writeComment(await as(stage, who, dayFrom(stage, day)), numberOf(numbers, key), { argument, body });
  const said = { day, play: say };
  if (!verdict) return [said];
  const judge = async () => {
    const act = await as(stage, 'noor', dayFrom(stage, verdict.day));
    const { rows } = await moderationQueue(stage.site.db);
    const found = rows.find((row) => row.body === body);
    if (!found) throw new Error(`no remark waits on ${key}`);
    const refusal = verdict.refusedBecause;
    await moderateComment(
      act,
      found.id,
      refusal ? { verdict: 'refuse', reason: refusal } : { verdict: 'accept' },
    );
  };
  return [said, { day: verdict.day, play: judge }];
}

function paid(stage: Stage, numbers: Numbers, { key, paid: payment }: Idea): Scene[] {
  if (!payment) return [];
  const play = async () => {
    const { db, actor, now, today } = await as(stage, 'patrick', dayFrom(stage, payment.day));
    const found = await initiativeByNumber(db, numberOf(numbers, key));
    const pool = found && (await poolOf(db, { areaId: found.areaId, year: yearOf(today) }));
    if (!pool) throw new Error(`no pool to pay ${key} from`);
    const act = { actorId: actor.personId, now, today, reason: found.title };
    const money = { initiativeId: found.id, poolId: pool.id };
    await transaction(db, async (tx) => {
      await payAdvance(tx, act, { ...money, cents: inCents(payment.amount), key: `seed:${key}:advance` });
      await payOut(tx, act, { ...money, key: `seed:${key}:payment` });
    });
  };
  return [{ day: payment.day, play }];
}
