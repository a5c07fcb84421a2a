import { type Act, type may, type Subject } from '../../app/domain/access/policy';
import { type Actor, type HeldRole, visitor } from '../../app/domain/access/roles';

/** A role that somebody holds: everywhere, unless `where` says otherwise. */
export const held = (role: HeldRole['role'], where: Partial<HeldRole> = {}): HeldRole => ({
  role,
  areaId: null,
  bodyId: null,
  ...where,
});
export const person = (personId: string, change: Partial<Actor> = {}): Actor => ({
  personId,
  name: personId,
  homeAreaId: 'parkwijk',
  assurance: 'code',
  held: [],
  ...change,
});
export const staff = (personId: string, role: HeldRole): Actor =>
  person(personId, { homeAreaId: null, assurance: 'strong', held: [role] });

export const inCouncil = { bodyId: 'raad-parkwijk', areaId: 'parkwijk' };
export const resident = person('resident');
export const elsewhere = person('elsewhere', { homeAreaId: 'kruiskade' });
export const member = person('member', { assurance: 'strong', held: [held('member', inCouncil)] });
export const chair = person('chair', {
  assurance: 'strong',
  held: [held('member', inCouncil), held('chair', inCouncil)],
});
export const areaManager = staff('areaManager', held('areaManager', { areaId: 'parkwijk' }));
export const controller = staff('controller', held('controller'));
export const admin = staff('admin', held('admin'));
export const payer = staff('payer', held('payer'));
export const actors = [visitor, resident, elsewhere, member, chair, areaManager, controller, admin, payer];

/** An initiative of `resident` in Parkwijk before its buurtraad, with everybody in the room and the member asked. */
export const subjectOf = (state: string): Subject => ({
  areaId: 'parkwijk',
  bodyId: 'raad-parkwijk',
  applicantIds: ['resident'],
  state,
  presentIds: actors.flatMap(({ personId }) => personId ?? []),
  conflictedIds: [],
  askedIds: ['member'],
  demo: true,
});
const stateFor: Partial<Record<Act, string>> = {
  'initiative.editOwn': 'draft',
  'initiative.publish': 'draft',
  'initiative.submit': 'gathering',
  'invitation.remove': 'gathering',
  'payee.setOwn': 'granted',
  'payee.set': 'granted',
  'payee.confirm': 'granted',
};
export const subjectFor = (act: Act) => subjectOf(stateFor[act] ?? 'onAgenda');

/** What a verdict says, in one word. */
export const answer = (verdict: ReturnType<typeof may>) => (verdict.allow ? 'yes' : verdict.because);

/** What a chair and a secretary do at their desk. */
export const deskActs: readonly Act[] = [
  'meeting.plan',
  'meeting.open',
  'meeting.close',
  'agenda.manage',
  'attendance.record',
  'item.decide',
  'item.refer',
];
