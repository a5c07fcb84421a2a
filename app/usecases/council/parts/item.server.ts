import { askedElsewhere } from '#db/reads/council/agenda';
import { rulesOf, termsOf } from '#db/reads/council/administration';
import { type Body, bodyById, mandateOf, seatsOf, type SeatOn } from '#db/reads/council/body';
import { grantedInYear } from '#db/reads/council/decision';
import { applicantsOf, conflictsOn, itemById, presentAt, votesOn } from '#db/reads/council/meeting';
import { type Report, reportsOn } from '#db/reads/council/conflict-report';
import { type Queryable } from '#db/client';
import { type ReferralReason } from '#db/schema';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { type Conflict, conflictsOf } from '~/domain/council/conflict';
import { isOpenReport, stands } from '~/domain/council/conflict-report';
import { assertGrace, shortageOn, sittingsIn } from '~/domain/council/composition';
import { limitOf, routeInitiative } from '~/domain/council/mandate';
import { type MotionInput } from '~/domain/council/motion';
import { quorumPossible } from '~/domain/council/quorum';
import { assertMay } from '~/domain/access/policy';
import { type Actor } from '~/domain/access/roles';
import { DomainError } from '~/domain/errors';
import { type Cents, zero } from '~/domain/money/cents';

/** A member in office on a voting seat. */
export type Voter = SeatOn & { membershipId: string; personId: string };

/** All that decides about an agenda item on a day: who may vote, what was voted, and whether it is ours to decide. */
export type ItemState = Awaited<ReturnType<typeof stateOfItem>>;

/**
 * Reads an agenda item with its council on a day. Inside an act: after `lockItem`.
 * Throws 'notFound'.
 */
export async function stateOfItem(db: Queryable, itemId: string, today: CalendarDate) {
  const found = await itemById(db, itemId);
  const council = found && (await bodyById(db, found.meeting.bodyId));
  if (!found || !council) throw new DomainError('notFound');
  const seats = (await seatsOf(db, council.id, today)).filter(({ voting }) => voting);
  const voters = seats.filter(isFilled);
  const inRoom = new Set(await presentAt(db, found.meeting.id));
  const applicants = await applicantsOf(db, found.initiative.id);
  const reports = await reportsOn(db, itemId);
  const conflicts = await conflictsAmong(db, itemId, voters, { applicants, reports });
  const mandate = await mandateOf(db, council.id, today);
  const mandateCents = mandate?.maxPerDecisionCents ?? zero;
  const elsewhere = await askedElsewhere(db, {
    initiativeId: found.initiative.id,
    applicantId: mainApplicant(applicants),
    year: yearOf(today),
  });
  const facts = {
    ...{ amount: found.item.proposedCents, areaId: found.initiative.areaId, council },
    theme: found.initiative.theme ?? '',
    themes: mandate?.themes ?? [],
    maxPerPeriod: mandate?.maxPerPeriodCents ?? null,
    grantedThisYear: await grantedInYear(db, council.id, yearOf(today)),
  };
  return {
    ...found,
    council,
    seats,
    voters,
    present: voters.filter(({ membershipId }) => inRoom.has(membershipId)),
    conflicts,
    reports,
    votes: await votesOn(db, itemId),
    mandateCents,
    today,
    shortage: shortageOn(sittingsIn(await termsOf(db, council.id)), await rulesOf(db, council.id), today),
    above: aboveMandate(
      { ...facts, voters, conflicts, mandateCents },
      elsewhere,
      mandate?.maxPerApplicantPerYearCents ?? zero,
    ),
  };
}

export function isFilled(seat: SeatOn): seat is Voter {
  return seat.membershipId !== null && seat.personId !== null;
}

/** The counts of an item, as `decideMotion` wants them. */
export function motionOf({
  seats,
  voters,
  present,
  conflicts,
  votes,
  meeting,
  item,
}: ItemState): MotionInput {
  const count = (choice: 'for' | 'against' | 'blank') =>
    votes.filter((vote) => vote.choice === choice).length;
  return {
    seats: seats.length,
    sitting: voters.length,
    present: present.length,
    conflicted: conflicts.length,
    for: count('for'),
    against: count('against'),
    blank: count('blank'),
    reconvened: meeting.reconvenes !== null,
    alreadyPostponed: item.earlier === 'postponed',
    revoteOfInvalid: item.earlier === 'invalid',
  };
}

type Applicants = Awaited<ReturnType<typeof applicantsOf>>;

function mainApplicant(applicants: Applicants): string {
  const main = applicants.find(({ part }) => part === 'applicant');
  if (!main) throw new Error('an initiative without an applicant');
  return main.personId;
}

async function conflictsAmong(
  db: Queryable,
  itemId: string,
  voters: readonly Voter[],
  { applicants, reports }: { applicants: Applicants; reports: readonly Report[] },
): Promise<Conflict[]> {
  const declared = new Set((await conflictsOn(db, itemId)).map(({ membershipId }) => membershipId));
  return conflictsOf({
    memberIds: voters.map(({ personId }) => personId),
    applicantId: mainApplicant(applicants),
    coApplicantIds: applicants.filter(({ part }) => part === 'coApplicant').map(({ personId }) => personId),
    declaredIds: voters
      .filter(({ membershipId }) => declared.has(membershipId))
      .map(({ personId }) => personId),
    reportedIds: reports.filter(stands).map(({ personId }) => personId),
  });
}

interface Facts {
  amount: Cents;
  theme: string;
  themes: readonly string[];
  maxPerPeriod: Cents | null;
  grantedThisYear: Cents;
  areaId: string;
  council: Body;
  voters: readonly Voter[];
  conflicts: readonly Conflict[];
  mandateCents: Cents;
}

/** Why this council may not decide on the item, or null. Above the stadsraad there is only its own limit. */
function aboveMandate(facts: Facts, elsewhere: Cents, perYear: Cents): ReferralReason | null {
  const { council, voters, conflicts, mandateCents } = facts;
  if (council.kind === 'stadsraad') return limitOf({ ...facts, maxPerDecision: mandateCents });
  const { because } = routeInitiative({
    ...facts,
    areaIds: [facts.areaId],
    buurtraadAreaIds: [council.areaId],
    maxPerDecision: mandateCents,
    cumulativeForApplicant: elsewhere,
    maxPerApplicantPerYear: perYear,
    quorumPossible: quorumPossible(voters.length, conflicts.length),
  });
  return because === 'withinMandate' ? null : because;
}

/** Throws 'reportOpen' while a report of an interest waits for its member or for a ruling; of one member where asked. */
export function assertNoOpenReport(reports: readonly Report[], of?: string): void {
  const open = reports.some(
    (report) => isOpenReport(report) && (of === undefined || report.membershipId === of),
  );
  if (open) throw new DomainError('reportOpen');
}

/**
 * May the council vote and decide on this item now? Throws 'alreadyDone' (decided), 'wrongState' (the meeting is not
 * open, or the initiative was withdrawn), 'aboveMandate' and 'tooFewResidents' (longer than its rules allow).
 */
export function assertDecidable({ decisionId, meeting, initiative, above, ...council }: ItemState): void {
  if (decisionId !== null) throw new DomainError('alreadyDone');
  if (meeting.state !== 'opened' || initiative.state !== 'onAgenda') throw new DomainError('wrongState');
  if (above !== null) throw new DomainError('aboveMandate');
  assertGrace(council.shortage, council.today);
}

/**
 * Does the council still have this item before it, now or in a meeting ahead? Throws 'alreadyDone' (decided) and
 * 'wrongState' (the meeting is over, or the initiative was withdrawn).
 */
export function assertOpenItem({ decisionId, meeting, initiative }: ItemState): void {
  if (decisionId !== null) throw new DomainError('alreadyDone');
  const over = meeting.state === 'closed' || meeting.state === 'failed';
  if (over || initiative.state !== 'onAgenda') throw new DomainError('wrongState');
}

/**
 * May this person vote on the item now? Answers the seat of the vote. Throws the refusals of 'council.vote'
 * ('notPresent', 'conflicted') and of `assertDecidable`, 'reportOpen' while one of them is, and 'alreadyDone' after the own vote.
 */
export function assertMayVote(state: ItemState, actor: Actor): Voter {
  assertMay(actor, 'council.vote', {
    bodyId: state.council.id,
    presentIds: state.present.map(({ personId }) => personId),
    conflictedIds: state.conflicts.map(({ personId }) => personId),
  });
  assertDecidable(state);
  const voter = state.voters.find(({ personId }) => personId === actor.personId);
  if (!voter) throw new DomainError('notYourRole');
  if (state.votes.some(({ membershipId }) => membershipId === voter.membershipId))
    throw new DomainError('alreadyDone');
  assertNoOpenReport(state.reports, voter.membershipId);
  return voter;
}
