import { DomainError, type RefusalCode } from '../errors';
import { joinableStates } from '../initiative/co-invitation';
import { grantedStates, initiativeLifecycle, openInitiativeStates } from '../lifecycle/initiative';
import { statesBefore } from '../lifecycle/machine';
import { type Actor, type HeldRole, type Role } from './roles';

/** Why not: the closed list of reasons to deny. */
export type DenyReason = Extract<
  RefusalCode,
  | 'signInFirst'
  | 'strongSignInNeeded'
  | 'homeAreaNeeded'
  | 'notYourRole'
  | 'notYourArea'
  | 'notYourObject'
  | 'ownInitiative'
  | 'conflicted'
  | 'notPresent'
  | 'wrongState'
>;

export type Verdict = { allow: true } | { allow: false; because: DenyReason };

/** What the act is done to. A fact that the rule needs and the subject lacks counts as a no. */
export interface Subject {
  areaId?: string;
  bodyId?: string;
  applicantIds?: readonly string[];
  state?: string;
  presentIds?: readonly string[];
  conflictedIds?: readonly string[];
  /** Who alone is asked: the member who was reported to have an interest, or who rules on that report. */
  askedIds?: readonly string[];
  /** This installation runs the demonstration. */
  demo?: boolean;
}

type Scope = 'everywhere' | 'ownArea' | 'ownBody';
type Holders = Partial<Record<Role, Scope>>;

interface Rule {
  /** Everyone, whoever is signed in, whoever lives in a wijk, or holders of a role within its reach. */
  who: 'everyone' | 'signedIn' | 'residents' | Holders;
  applicant?: 'only' | 'never';
  states?: readonly string[];
  /** In the room and without a conflict of interest (art. 28 Gemeentewet). */
  freeToVote?: true;
  /** Only whom it asks. */
  asked?: true;
  demoOnly?: true;
}

const desk: Holders = { chair: 'ownBody', secretary: 'ownBody' };
const council: Holders = { member: 'ownBody', ...desk };
const finance: Holders = {
  controller: 'everywhere',
  payer: 'everywhere',
  areaManager: 'ownArea',
  admin: 'everywhere',
};

const controller: Holders = { controller: 'everywhere' };
const payer: Holders = { payer: 'everywhere' };
const admin: Holders = { admin: 'everywhere' };

/** Who may do what: the only place that says so. product.md "Who uses it", domain.md §2.3, §3.2. */
const rules = {
  'site.read': { who: 'everyone' },
  'demo.enter': { who: 'everyone', demoOnly: true },
  'outbox.read': { who: 'everyone', demoOnly: true },
  'session.manage': { who: 'everyone' },
  'mail.choose': { who: 'everyone' },
  'admin.read': { who: admin },
  'gemeente.manage': { who: admin },
  'area.manage': { who: admin },
  'me.read': { who: 'signedIn' },
  'me.update': { who: 'signedIn' },
  'residence.prove': { who: 'signedIn' },
  'residence.check': { who: { networker: 'ownArea', areaManager: 'ownArea', admin: 'everywhere' } },
  'residence.manage': { who: admin },
  'initiative.create': { who: 'residents' },
  'initiative.readOwn': { who: 'signedIn', applicant: 'only' },
  'initiative.editOwn': { who: 'signedIn', applicant: 'only', states: ['draft'] },
  'initiative.publish': {
    who: 'signedIn',
    applicant: 'only',
    states: statesBefore(initiativeLifecycle, 'publish'),
  },
  'initiative.submit': {
    who: 'signedIn',
    applicant: 'only',
    states: statesBefore(initiativeLifecycle, 'submit'),
  },
  'initiative.withdraw': {
    who: 'signedIn',
    applicant: 'only',
    states: statesBefore(initiativeLifecycle, 'withdraw'),
  },
  'invitation.read': { who: 'everyone' },
  'invitation.refuse': { who: 'everyone' },
  'invitation.accept': { who: 'signedIn' },
  'invitation.remove': { who: 'signedIn', applicant: 'only', states: joinableStates },
  'support.give': { who: 'residents', applicant: 'never', states: openInitiativeStates },
  'comment.write': { who: 'residents' },
  'comment.moderate': { who: { moderator: 'everywhere', admin: 'everywhere' } },
  'council.desk': { who: { ...council, areaManager: 'ownArea', admin: 'everywhere' } },
  'council.manage': { who: { admin: 'everywhere' } },
  'meeting.plan': { who: desk },
  'meeting.open': { who: desk },
  'meeting.close': { who: desk },
  'agenda.manage': { who: desk },
  'attendance.record': { who: desk },
  'conflict.declare': { who: council },
  'conflict.report': { who: council },
  'conflict.answer': { who: council, asked: true },
  'conflict.rule': { who: council, asked: true },
  'council.vote': { who: { member: 'ownBody' }, freeToVote: true },
  'item.decide': { who: desk },
  'item.refer': { who: desk },
  'money.readAll': { who: finance },
  'money.export': { who: finance },
  'money.pledge': { who: controller },
  'money.receive': { who: controller },
  'money.reserve': { who: desk },
  'money.advance': { who: controller },
  'money.settle': { who: controller },
  'money.writeOff': { who: controller },
  'money.reverse': { who: controller },
  'money.closeYear': { who: controller },
  'payee.setOwn': { who: 'signedIn', applicant: 'only', states: grantedStates },
  'payee.set': { who: payer, states: grantedStates },
  'payee.confirm': { who: controller, applicant: 'never', states: grantedStates },
  'batch.read': { who: { ...controller, ...payer } },
  'batch.make': { who: payer },
  'batch.withdraw': { who: { ...controller, ...payer } },
  'batch.approve': { who: controller },
  'statement.read': { who: { ...controller, ...payer } },
  'statement.import': { who: controller },
  'people.manage': { who: { admin: 'everywhere' } },
  'audit.read': { who: { admin: 'everywhere' } },
  'checks.ask': { who: { admin: 'everywhere' } },
  'health.read': { who: { admin: 'everywhere' } },
  'job.retry': { who: { admin: 'everywhere' } },
  'scheme.manage': { who: { admin: 'everywhere' } },
} satisfies Record<string, Rule>;

export type Act = keyof typeof rules;

/** Every act there is, in table order. */
export const acts = Object.keys(rules) as Act[];

const yes: Verdict = { allow: true };
const no = (because: DenyReason): Verdict => ({ allow: false, because });

/** May this person do this act to this subject? */
export function may(actor: Actor, act: Act, subject: Subject = {}): Verdict {
  const ever = mayEver(actor, act);
  if (!ever.allow) return ever;
  const because = objection(rules[act], actor, subject);
  return because === null ? yes : no(because);
}

/** Could this person do this act to some subject? For a route that does not know its subject yet. */
export function mayEver(actor: Actor, act: Act): Verdict {
  const { who }: Rule = rules[act];
  if (who === 'everyone') return yes;
  if (actor.personId === null || actor.assurance === 'none') return no('signInFirst');
  if (who === 'signedIn') return yes;
  if (who === 'residents') return actor.homeAreaId === null ? no('homeAreaNeeded') : yes;
  if (!actor.held.some((held) => who[held.role])) return no('notYourRole');
  return actor.assurance === 'strong' ? yes : no('strongSignInNeeded');
}

/** Throws the reason as a domain error when `may` says no. */
export function assertMay(actor: Actor, act: Act, subject: Subject = {}): void {
  const verdict = may(actor, act, subject);
  if (!verdict.allow) throw new DomainError(verdict.because);
}

function objection(rule: Rule, actor: Actor, subject: Subject): DenyReason | null {
  if (!withinReach(rule.who, actor, subject)) return 'notYourArea';
  if (rule.demoOnly && subject.demo !== true) return 'notYourObject';
  if (rule.asked && !lists(subject.askedIds, actor)) return 'notYourRole';
  const unfit = applicantObjection(rule, actor, subject);
  if (unfit !== null) return unfit;
  if (rule.states && !rule.states.some((state) => state === subject.state)) return 'wrongState';
  return rule.freeToVote ? voteObjection(actor, subject) : null;
}

function withinReach(who: Rule['who'], actor: Actor, subject: Subject): boolean {
  return typeof who === 'string' || actor.held.some((held) => reaches(who[held.role], held, subject));
}

function reaches(scope: Scope | undefined, held: HeldRole, { areaId, bodyId }: Subject): boolean {
  if (scope === 'ownArea') return held.areaId === areaId;
  if (scope === 'ownBody') return held.bodyId === bodyId;
  return scope === 'everywhere';
}

function applicantObjection(rule: Rule, actor: Actor, { applicantIds }: Subject): DenyReason | null {
  const own = lists(applicantIds, actor);
  if (rule.applicant === 'only') return own ? null : 'notYourObject';
  if (rule.applicant === 'never') return own || !applicantIds ? 'ownInitiative' : null;
  return null;
}

function voteObjection(actor: Actor, { presentIds, conflictedIds }: Subject): DenyReason | null {
  if (!lists(presentIds, actor)) return 'notPresent';
  return !conflictedIds || lists(conflictedIds, actor) ? 'conflicted' : null;
}

function lists(ids: readonly string[] | undefined, { personId }: Actor): boolean {
  return ids?.some((id) => id === personId) ?? false;
}
