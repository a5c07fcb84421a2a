import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';
import * as t from '#db/schema';
import { transaction } from '#db/transaction';
import { insertAreas } from '#db/writes/area/area';
import { insertDecision, insertMeeting } from '#db/writes/council/meeting';
import { ensurePool } from '#db/writes/ledger/accounts';
import { calendarDate } from '~/domain/calendar';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';

export const year = 2026;
const today = calendarDate('2026-06-01');
const now = new Date('2026-06-01T10:00:00Z');
/** What every act is about, and a pool that holds enough for all of them. */
export const amount = cents(12_345n);
const plenty = cents(1_000_000_000n);

/** A wijk with a council in a meeting, and a pool that two sources feed. */
export type Wijk = { areaId: string; poolId: string; bodyId: string; meetingId: string; sourceIds: string[] };
/** An initiative that wants money, the decision that gives it, and who books that. */
export type Ask = { wijk: Wijk; initiativeId: string; decisionId: string; actorId: string | null };

/** A controller at work. */
export async function controllerAtWork(owner: Database, db: Database): Promise<Context> {
  const personId = randomUUID();
  await owner.insert(t.person).values({ id: personId, email: 'controller@wijkkas.example', createdAt: now });
  const held = [{ role: 'controller' as const, areaId: null, bodyId: null }];
  const actor = { personId, name: null, homeAreaId: null, assurance: 'strong' as const, held };
  return { db, actor, now, today, newId: randomUUID };
}

export async function makeWijk(context: Context, owner: Database): Promise<Wijk> {
  const [areaId, bodyId, meetingId] = [randomUUID(), randomUUID(), randomUUID()];
  const poolId = await transaction(owner, async (tx) => {
    const slug = `w${areaId}`;
    await insertAreas(tx, [
      { id: areaId, kind: 'wijk', slug, name: slug, validFrom: today, ownInhabitants: 1000 },
    ]);
    await tx.insert(t.body).values({ id: bodyId, kind: 'buurtraad', slug, name: slug, areaId });
    await insertMeeting(tx, { id: meetingId, bodyId, startsAt: now, place: 'Buurthuis', state: 'opened' });
    return ensurePool(tx, { areaId, year });
  });
  const sourceIds: string[] = [];
  for (const code of ['a', 'b']) {
    const of = { name: `Bron ${code}`, kolom: 'wmo' as const, year, funder: 'Gemeente' };
    const sourceId = await createSource(context, { code: `${code}-${areaId}`, ...of });
    await pledgeSource(context, { sourceId, areaId, cents: plenty, key: randomUUID() });
    sourceIds.push(sourceId);
  }
  return { areaId, poolId, bodyId, meetingId, sourceIds };
}

/** So many initiatives on the agendas of these wijken in turn, each with its adopted decision. */
export async function makeAsks(
  { actor }: Context,
  owner: Database,
  wijken: readonly Wijk[],
  count: number,
): Promise<Ask[]> {
  const asks = Array.from({ length: count }, (_, n) => {
    const wijk = wijken[n % wijken.length];
    if (!wijk) throw new Error('no wijk');
    const ids = { initiativeId: randomUUID(), decisionId: randomUUID(), itemId: randomUUID() };
    return { wijk, ...ids, actorId: actor.personId };
  });
  await transaction(owner, async (tx) => {
    await tx.insert(t.initiative).values(
      asks.map(({ wijk, initiativeId }) => ({
        id: initiativeId,
        areaId: wijk.areaId,
        state: 'draft' as const,
        title: 'Straatfeest',
        theme: 'ontmoeten' as const,
        requestedCents: amount,
        createdAt: now,
      })),
    );
    await tx.execute(sql`insert into ${t.agendaItem} (id, meeting_id, position, initiative_id, proposed_cents)
      select item.id, item.meeting_id,
        (select count(*) from ${t.agendaItem} before where before.meeting_id = item.meeting_id)
          + row_number() over (partition by item.meeting_id),
        item.initiative_id, ${amount.toString()}::bigint
      from jsonb_to_recordset(${JSON.stringify(
        asks.map(({ itemId, wijk, initiativeId }) => ({
          id: itemId,
          meeting_id: wijk.meetingId,
          initiative_id: initiativeId,
        })),
      )}::jsonb) as item (id uuid, meeting_id uuid, initiative_id uuid)`);
    for (const ask of asks) await insertDecision(tx, decisionOn(ask));
  });
  return asks;
}

function decisionOn({ wijk, initiativeId, decisionId, itemId }: Ask & { itemId: string }) {
  const votes = {
    seats: 3,
    sitting: 3,
    present: 3,
    conflicted: 0,
    votesFor: 3,
    votesAgainst: 0,
    votesBlank: 0,
  };
  return {
    id: decisionId,
    bodyId: wijk.bodyId,
    year,
    itemId,
    initiativeId,
    outcome: 'adopted' as const,
    amountCents: amount,
    mandateCents: amount,
    ...votes,
    reasons: '',
    decidedOn: today,
    decidedAt: now,
  };
}
