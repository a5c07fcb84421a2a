import { coInvitationsTo } from '#db/reads/initiative/co-invitation';
import { moderationQueue } from '#db/reads/initiative/comment';
import { neighbour, neighboursPerWijk, type Persona, personas, type Someone } from '#db/seed/people';
import { type Idea, type Remark } from '#db/seed/story';
import { calendarDateIn } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { joinInitiative } from '~/usecases/initiative/join-initiative.server';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { moderateComment } from '~/usecases/initiative/moderate-comment.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { writeComment } from '~/usecases/initiative/write-comment.server';
import { inCents } from './money';
import { as, dayFrom, numberOf, personId, type Scene, type Stage } from './stage';

/** The life of every initiative outside the council's room, as scenes. */
export function ideaScenes(stage: Stage, ideas: readonly Idea[]): Scene[] {
  return ideas.flatMap((idea) => [
    { at: dayFrom(stage, idea.written), play: () => write(stage, idea) },
    ...joined(stage, idea),
    ...published(stage, idea),
    ...(idea.remarks ?? []).flatMap((remark) => remarked(stage, idea, remark)),
  ]);
}

async function write(stage: Stage, idea: Idea): Promise<void> {
  const context = await as(stage, idea.who, dayFrom(stage, idea.written));
  const { title, summary, story, theme, targetGroup = null, place, participants } = idea;
  const { number } = await startInitiative(
    context,
    { areaId: stage.world.areas[idea.wijk], title },
    { sendsMail: true, hasSignIn: false },
  );
  stage.numbers.set(idea.key, number);
  await saveInitiative(context, number, {
    summary,
    story,
    theme,
    targetGroup,
    place,
    participants,
    startsOn: calendarDateIn(dayFrom(stage, idea.startsOn)),
    ownContributionCents: inCents(idea.own ?? 0),
    lines: idea.lines.map(([description, quantity, euros]) => ({
      description,
      quantity,
      unitCents: inCents(euros),
    })),
    coApplicants: [...(idea.with ?? []), ...(idea.asked ?? [])].map((who) => `${who}@vierstromen.example`),
  });
}

/** Whoever is asked along says yes, each for themselves, before the plan is public. */
function joined(stage: Stage, { key, with: others = [], written, published: known = 0 }: Idea): Scene[] {
  const at = dayFrom(stage, (written + Math.min(known, written + 1)) / 2);
  const join = async (who: Someone) => {
    const invitations = await coInvitationsTo(stage.site.db, personId(stage, who));
    const found = invitations.find(({ number }) => number === numberOf(stage, key));
    if (!found) throw new Error(`${who} was not asked for ${key}`);
    await joinInitiative(await as(stage, who, at), found.id);
  };
  return others.map((who) => ({ at, play: () => join(who) }));
}

function published(stage: Stage, idea: Idea): Scene[] {
  const { key, who, published: day, submitted, withdrawn } = idea;
  if (day === undefined) return [];
  const number = () => numberOf(stage, key);
  const scene = (when: number, act: (context: Context) => Promise<unknown>): Scene => {
    const at = dayFrom(stage, when);
    return { at, play: async () => void (await act(await as(stage, who, at))) };
  };
  const scenes = [
    scene(day, (context) => publishInitiative(context, number())),
    ...supported(stage, idea, day),
  ];
  if (submitted !== undefined)
    scenes.push(scene(submitted, (context) => submitInitiative(context, number())));
  if (withdrawn) {
    scenes.push(scene(withdrawn.day, (context) => withdrawInitiative(context, number(), withdrawn.reason)));
  }
  return scenes;
}

/** Neighbours say what they think, a few hours after one another. */
function supported(stage: Stage, idea: Idea, day: number): Scene[] {
  const [inFavour, against, none] = idea.stances ?? [0, 0, 0];
  const stances = [
    ...Array<'for'>(inFavour).fill('for'),
    ...Array<'against'>(against).fill('against'),
    ...Array<'none'>(none).fill('none'),
  ];
  const neighbours = residentsOf(idea);
  return stances.map((stance, index) => {
    const at = dayFrom(stage, day + (index + 1) / 4);
    const who = neighbours[index];
    if (!who) throw new Error(`too few neighbours for ${idea.key}`);
    const play = async () => giveSupport(await as(stage, who, at), numberOf(stage, idea.key), stance);
    return { at, play };
  });
}

function residentsOf({ wijk, who, with: others = [] }: Idea): Someone[] {
  const nameless = Array.from({ length: neighboursPerWijk }, (_, index) => neighbour(wijk, index + 1));
  const known = (Object.keys(personas) as Persona[]).filter((key) => personas[key].wijk === wijk);
  return [...nameless.reverse(), ...known].filter((each) => each !== who && !others.includes(each));
}

function remarked(stage: Stage, { key }: Idea, remark: Remark): Scene[] {
  const { who, day, argument, body, verdict } = remark;
  const at = dayFrom(stage, day);
  const say = async () => writeComment(await as(stage, who, at), numberOf(stage, key), { argument, body });
  const said = { at, play: say };
  if (!verdict) return [said];
  const judgedAt = dayFrom(stage, verdict.day);
  const judge = async () => {
    const context = await as(stage, 'noor', judgedAt);
    const { rows } = await moderationQueue(stage.site.db, 1);
    const found = rows.find((row) => row.body === body);
    if (!found) throw new Error(`no remark waits on ${key}`);
    const refusal = verdict.refusedBecause;
    await moderateComment(
      context,
      found.id,
      refusal ? { verdict: 'refuse', reason: refusal } : { verdict: 'accept' },
    );
  };
  return [said, { at: judgedAt, play: judge }];
}
