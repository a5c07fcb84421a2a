import { bodyBySlug, seatsOf } from '#db/reads/council/body';
import { type Someone } from '#db/seed/people';
import { type Evening, type Item } from '#db/seed/story';
import { calendarDateIn } from '~/domain/calendar';
import { instantAt } from '~/domain/council/wall-clock';
import { type Context } from '~/usecases/context.server';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { recordAttendance } from '~/usecases/council/record-attendance.server';
import { referItem } from '~/usecases/council/refer-item.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { inCents } from './money';
import { as, dayFrom, numberOf, personId, type Scene, type Stage } from './stage';

const announced = 14;
const agendaDays = 7;
/** How long before day zero a meeting that is still to come was called, and its agenda made. */
const recently = { announced: -2, agenda: -0.5 };

/** A meeting under way: its moment, its id, and its items by initiative. */
type Running = { at: Date; id: string; items: Map<string, string> };

/** Every council meeting as scenes: called, prepared and, when it is behind us, held. */
export function eveningScenes(stage: Stage, evenings: readonly Evening[]): Scene[] {
  return evenings.flatMap((evening) => {
    const at = instantAt(calendarDateIn(dayFrom(stage, evening.day)), '19.30');
    const running: Running = { at, id: '', items: new Map() };
    const called = Math.min(evening.day - announced, recently.announced);
    const prepared = Math.min(evening.day - agendaDays, recently.agenda);
    const scenes = [
      { at: dayFrom(stage, called), play: () => call(stage, evening, running, called) },
      { at: dayFrom(stage, prepared), play: () => prepare(stage, evening, running, prepared) },
    ];
    return evening.day < 0
      ? [...scenes, { at: dayFrom(stage, evening.day), play: () => hold(stage, evening, running) }]
      : scenes;
  });
}

async function call(stage: Stage, evening: Evening, running: Running, day: number): Promise<void> {
  const context = await as(stage, evening.convener, dayFrom(stage, day));
  const bodyId = await councilId(stage, evening);
  running.id = (await planMeeting(context, { bodyId, startsAt: running.at, place: evening.place })).id;
}

async function prepare(stage: Stage, evening: Evening, running: Running, day: number): Promise<void> {
  const context = await as(stage, evening.convener, dayFrom(stage, day));
  for (const { idea, proposed, reserved } of evening.items) {
    const { id } = await addAgendaItem(context, {
      meetingId: running.id,
      initiativeNumber: numberOf(stage, idea),
      proposedCents: proposed === undefined ? undefined : inCents(proposed),
    });
    running.items.set(idea, id);
    if (reserved) await reserveMoney(context, { itemId: id, key: `seed:${idea}:reserved` });
  }
}

async function hold(stage: Stage, evening: Evening, running: Running): Promise<void> {
  const chair = await as(stage, evening.convener, running.at);
  const bodyId = await councilId(stage, evening);
  const away = (evening.absent ?? []).map((who) => personId(stage, who));
  const seats = (await seatsOf(stage.site.db, bodyId, chair.today)).filter(
    ({ personId: sitter }) => sitter !== null && !away.includes(sitter),
  );
  const membershipIds = seats.flatMap(({ membershipId }) => membershipId ?? []);
  await recordAttendance(chair, { meetingId: running.id, membershipIds });
  await openMeeting(chair, running.id);
  const voters = seats.flatMap(({ voting, personId: sitter }) => (voting && sitter ? [sitter] : []));
  for (const item of evening.items) await decide(stage, chair, item, running, voters);
  await closeMeeting(chair, running.id);
}

async function decide(
  stage: Stage,
  chair: Context,
  item: Item,
  running: Running,
  voters: readonly string[],
): Promise<void> {
  const itemId = running.items.get(item.idea) ?? '';
  if (item.referred) {
    await referItem(chair, itemId, { reasons: item.referred });
    return;
  }
  for (const who of item.conflicted ?? []) await declareConflict(await as(stage, who, running.at), itemId);
  const ids = (people: readonly Someone[] = []) => people.map((who) => personId(stage, who));
  const [against, blank, conflicted] = [ids(item.against), ids(item.blank), ids(item.conflicted)];
  for (const voter of voters.filter((id) => !conflicted.includes(id))) {
    const choice = against.includes(voter) ? 'against' : blank.includes(voter) ? 'blank' : 'for';
    await castVote(await as(stage, nameOf(stage, voter), running.at), itemId, choice);
  }
  await decideItem(chair, itemId, { reasons: item.decided ?? '' });
}

function nameOf({ world }: Stage, id: string): Someone {
  const found = [...world.people].find(([, personId]) => personId === id);
  if (!found) throw new Error(`person ${id} is not of this world`);
  return found[0];
}

async function councilId({ site }: Stage, { council }: Evening): Promise<string> {
  const body = await bodyBySlug(site.db, council);
  if (!body) throw new Error(`no council ${council}`);
  return body.id;
}
