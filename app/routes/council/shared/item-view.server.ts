import { struckVotes } from '#db/reads/council/conflict-report';
import { supportersOf } from '#db/reads/council/agenda';
import { decisionOfItem } from '#db/reads/council/decision';
import { budgetOfPool } from '#db/reads/ledger/account';
import { itemsOf } from '#db/reads/council/meeting';
import { poolOf } from '#db/reads/ledger/pool';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { may } from '~/domain/access/policy';
import { isOpenReport } from '~/domain/council/conflict-report';
import { yearOf } from '~/domain/calendar';
import { isGraceOver } from '~/domain/council/composition';
import { zero } from '~/domain/money/cents';
import { DomainError } from '~/domain/errors';
import { councilOf, meetingOf } from './council.server';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { type Act } from '~/domain/access/policy';
import { type ItemState, stateOfItem } from '~/usecases/council/parts/item.server';
import { paths } from '~/paths';

/** The item in the address, under its meeting and council, for who may do `wanted`. Throws 'notFound'. */
export async function itemOf(visit: Visit, wanted: Act): Promise<ItemState> {
  const council = await councilOf(visit, wanted);
  const meeting = await meetingOf(visit, council);
  const state = await stateOfItem(visit.context.db, idIn(visit.params.item), visit.context.today);
  if (state.meeting.id !== meeting.id) throw new DomainError('notFound');
  return state;
}

/** Where an item stands: the parts of its address, and of those below it. */
const placeOf = ({ council, meeting, item }: ItemState) => [council.slug, meeting.id, item.id] as const;

export const itemHref = (state: ItemState) => paths.council.item(...placeOf(state));

/** What every page about an item shows of it: nobody's id and nobody's vote. */
export function itemFacts(state: ItemState) {
  const { item, initiative, council, meeting, conflicts, votes, present, mandateCents, above } = state;
  const free = present.filter(
    ({ personId }) => !conflicts.some((conflict) => conflict.personId === personId),
  );
  const sources = (['applicant', 'coApplicant', 'declared', 'reported'] as const)
    .map((source) => ({ source, count: conflicts.filter((conflict) => conflict.source === source).length }))
    .filter(({ count }) => count > 0);
  return {
    id: item.id,
    position: item.position,
    earlier: item.earlier,
    proposedCents: item.proposedCents,
    requestedCents: initiative.requestedCents,
    number: initiative.number,
    title: initiative.title,
    summary: initiative.summary,
    phase: phaseOf(state),
    /** A report of an interest keeps the council from deciding. */
    waits: state.reports.some(isOpenReport),
    council: { name: council.name, slug: council.slug, kind: council.kind },
    meetingId: meeting.id,
    href: itemHref(state),
    at: placeOf(state),
    votes: { cast: votes.length, voters: free.length },
    conflicts: { count: conflicts.length, sources },
    mandateCents,
    above,
    /** Too few residents, for longer than the rules allow: nobody can vote or decide. */
    short: isGraceOver(state.shortage, state.today) ? state.shortage : null,
  };
}

export type Phase = 'ahead' | 'open' | 'decided' | 'over' | 'withdrawn';

function phaseOf({ decisionId, initiative, meeting }: ItemState): Phase {
  if (decisionId !== null) return 'decided';
  if (initiative.state === 'withdrawn') return 'withdrawn';
  if (meeting.state === 'planned') return 'ahead';
  return meeting.state === 'opened' && initiative.state === 'onAgenda' ? 'open' : 'over';
}

/** Where the visitor stands in this item. */
export function myPart({ context: { actor } }: Visit, state: ItemState) {
  const own = state.voters.find(({ personId }) => personId === actor.personId);
  const lists = (people: readonly { personId: string }[]) =>
    people.some(({ personId }) => personId === actor.personId);
  return {
    member: own !== undefined,
    voted: state.votes.some(({ membershipId }) => membershipId === own?.membershipId),
    conflicted: lists(state.conflicts),
    reported: lists(state.reports.filter(isOpenReport)),
    present: lists(state.present),
    desk: may(actor, 'item.decide', { bodyId: state.council.id }).allow,
    reports: may(actor, 'conflict.report', { bodyId: state.council.id }).allow,
  };
}

/** What the room sees besides: money of the wijk, support, the decision, and which item comes next. */
export async function roomFacts({ context: { db, today } }: Visit, state: ItemState) {
  const { initiative, meeting, item } = state;
  const reserved = await reservedPoolOf(db, initiative.id);
  const pool = await poolOf(db, { areaId: initiative.areaId, year: yearOf(today) });
  const poolId = reserved?.poolId ?? pool?.id;
  const left = poolId ? (await budgetOfPool(db, poolId)).left : zero;
  const items = await itemsOf(db, meeting.id);
  const next = items.find((other) => other.position > item.position);
  return {
    leftCents: left,
    reservedCents: reserved?.cents ?? zero,
    area: state.areaName,
    supporters: await supportersOf(db, initiative.id),
    struck: await struckVotes(db, item.id),
    total: items.length,
    next: next ? { id: next.id, position: next.position } : null,
    decision: (await decisionOfItem(db, item.id)) ?? null,
  };
}
