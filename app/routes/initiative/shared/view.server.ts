import { numberIn } from '~/http/address.server';
import {
  applicantsOf,
  bodyFor,
  changedAt,
  eventsOf,
  initiativeByNumber,
  type InitiativeRecord,
  meetingFor,
  supportOf,
} from '#db/reads/initiative/initiative';
import { coInvitationsOf } from '#db/reads/initiative/co-invitation';
import { residenceMethodOf } from '#db/reads/people/residence';
import { schemeVersionById, schemeVersionOn, type SchemeVersion } from '#db/reads/initiative/scheme';
import { type AskedPerson } from './asked-along';
import { type LifeEvent } from './life';
import { type Standing } from './status';
import { type Standpoint } from './support-form';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { may } from '~/domain/access/policy';
import { addWeeks, calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { coInvitationState, joinableStates } from '~/domain/initiative/co-invitation';
import { supportNeeded } from '~/domain/initiative/support';
import { openInitiativeStates } from '~/domain/lifecycle/initiative';

/** The initiative in the address, if this visitor may see it: what is not public exists for its applicants alone. */
export async function visibleInitiative(visit: Visit) {
  const { db, actor } = visit.context;
  const record = await initiativeByNumber(db, numberIn(visit));
  if (!record) throw new DomainError('notFound');
  const applicantIds = record.applicants.map(({ personId }) => personId);
  const own = may(actor, 'initiative.readOwn', { applicantIds }).allow;
  if (!record.published && !own) throw new DomainError('notFound');
  return { record, own, applicantIds };
}

export type Seen = Awaited<ReturnType<typeof visibleInitiative>>;

/** Who ask along and who were asked, each with the way to take them off while there is one; for applicants alone. */
export async function askedAlong({ context }: Visit, record: InitiativeRecord): Promise<AskedPerson[]> {
  const joined = record.applicants.filter(({ part }) => part === 'coApplicant');
  const asked = await coInvitationsOf(context.db, record.id);
  const draft = record.state === 'draft';
  return [
    ...joined.map(({ personId, email }) => ({
      ...{ email, state: 'accepted' as const, askedOn: null },
      remove: draft ? { what: 'person' as const, id: personId } : null,
    })),
    ...asked
      .filter(({ email }) => !joined.some((one) => one.email === email))
      .map((each) => {
        const state = coInvitationState(each, context.now);
        const mayEnd = each.answer === null && joinableStates.includes(record.state);
        return {
          ...{ email: each.email, state, askedOn: calendarDateIn(each.invitedAt) },
          remove: mayEnd ? { what: 'invitation' as const, id: each.id } : null,
        };
      }),
  ];
}

/** The rules that hold for an initiative: frozen once it is public, those of today before. */
export function rulesFor({ context }: Visit, { schemeVersionId, areaId }: InitiativeRecord) {
  return schemeVersionId
    ? schemeVersionById(context.db, schemeVersionId)
    : schemeVersionOn(context.db, areaId, context.today);
}

/** How it stands: support, what comes next, by whom and by when. */
export async function standingOf(visit: Visit, { record, applicantIds }: Seen) {
  const { db } = visit.context;
  const version = await rulesFor(visit, record);
  const counts = await supportOf(db, record, applicantIds);
  const needed = version ? supportNeeded(record.requestedCents, version.supportTiers) : 0;
  const events = await eventsOf(db, record.id, pageIn(visit, 'verloop'));
  const meetingAt = await meetingFor(db, record.id);
  const standing: Standing = {
    state: record.state,
    since: calendarDateIn((await changedAt(db, record.id)) ?? record.createdAt),
    body: (await bodyFor(db, record))?.name ?? null,
    short: Math.max(0, needed - counts.for),
    submitBy: record.state === 'gathering' ? lastDay(record, version) : null,
    decideBy: record.decideBy,
    meetingOn: meetingAt ? calendarDateIn(meetingAt) : null,
    requestedCents: record.requestedCents,
    grantedCents: record.grantedCents,
  };
  return { standing, counts, needed, events: { ...events, rows: events.rows.map(lifeEventOf) } };
}

/** The last day to submit it: after that the council has too little time before its start. */
function lastDay({ startsOn }: InitiativeRecord, version: SchemeVersion | undefined) {
  return startsOn && version ? addWeeks(startsOn, -version.leadTimeWeeks) : null;
}

type Event = Awaited<ReturnType<typeof eventsOf>>['rows'][number];

function lifeEventOf({ seq, act, at, role, reason, decisionId }: Event): LifeEvent {
  const who = role === 'applicant' ? 'applicant' : role === 'system' ? 'system' : 'council';
  return { id: seq.toString(), act, on: calendarDateIn(at), who, reason, decisionId };
}

/** What this visitor can do about an initiative: say for or against, or why not. */
export async function standpointOf(visit: Visit, { record, own }: Seen): Promise<Standpoint> {
  const { actor, db } = visit.context;
  if (!openInitiativeStates.includes(record.state)) return 'closed';
  if (actor.personId === null) return 'signIn';
  if (own) return 'own';
  if (actor.homeAreaId !== record.areaId) return 'otherArea';
  const known = await residenceMethodOf(db, actor.personId, record.areaId);
  return (await rulesFor(visit, record))?.supportResidence.includes(known) ? 'may' : 'unproven';
}

/** Whether the one who began it must first show that they live there before it can be handed in. */
export async function mustShowHome(visit: Visit, { record }: Seen): Promise<boolean> {
  const version = await rulesFor(visit, record);
  const applicant = (await applicantsOf(visit.context.db, record.id)).find(
    ({ part }) => part === 'applicant',
  );
  if (!version || !applicant) return false;
  const known = await residenceMethodOf(visit.context.db, applicant.personId, record.areaId);
  return !version.submitResidence.includes(known);
}
