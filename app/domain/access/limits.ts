import { type Act } from './policy';

/** At most `most` at once. What was spent comes back evenly: all of it is there again after `minutes`. */
export interface Budget {
  most: number;
  minutes: number;
}

interface Limit extends Budget {
  perDay?: number;
  /** Each time makes something new, so that the same content within a minute is the same form sent twice. */
  adds?: true;
}

/**
 * Why an act has no limit: it changes nothing, it has tries of its own (http/rate-limit), it takes the secret of a letter, or
 * it is the work of a desk, which is done by a few known people with a second factor and stands in the record under
 * their name.
 */
type Unlimited = 'reads' | 'signsIn' | 'letter' | 'desk';

/** How often one account may do what by the forms of this site: every act there is. */
export const limits = {
  'site.read': 'reads',
  'demo.enter': 'signsIn',
  'outbox.read': 'reads',
  'session.manage': 'signsIn',
  'mail.choose': 'letter',
  'admin.read': 'reads',
  'gemeente.manage': 'desk',
  'area.manage': 'desk',
  'me.read': 'reads',
  'me.update': { most: 20, minutes: 60 },
  // A list and a letter are not to be guessed at.
  'residence.prove': { most: 10, minutes: 60, perDay: 20 },
  'residence.check': { most: 60, minutes: 60, perDay: 300 },
  'residence.manage': 'desk',
  'initiative.create': { most: 10, minutes: 60, perDay: 20, adds: true },
  'initiative.readOwn': 'reads',
  // A concept saves itself while one types.
  'initiative.editOwn': { most: 600, minutes: 60 },
  'initiative.publish': { most: 10, minutes: 60, perDay: 20 },
  'initiative.submit': { most: 20, minutes: 60 },
  'initiative.withdraw': { most: 20, minutes: 60 },
  'invitation.read': 'reads',
  'invitation.refuse': 'letter',
  'invitation.accept': { most: 20, minutes: 60 },
  'invitation.remove': { most: 30, minutes: 60 },
  'support.give': { most: 60, minutes: 60, perDay: 300 },
  'comment.write': { most: 30, minutes: 60, perDay: 100, adds: true },
  'comment.moderate': 'desk',
  'council.desk': 'reads',
  'council.manage': 'desk',
  'meeting.plan': { most: 60, minutes: 60, adds: true },
  'meeting.open': 'desk',
  'meeting.close': 'desk',
  'agenda.manage': 'desk',
  'attendance.record': 'desk',
  'conflict.declare': { most: 60, minutes: 60 },
  // Each sends somebody a letter.
  'conflict.report': { most: 10, minutes: 60, perDay: 30 },
  'conflict.answer': { most: 60, minutes: 60 },
  'conflict.rule': { most: 60, minutes: 60 },
  'council.vote': 'desk',
  'item.decide': 'desk',
  'item.refer': 'desk',
  'money.readAll': 'reads',
  'money.export': 'reads',
  'money.pledge': 'desk',
  'money.receive': 'desk',
  'money.reserve': 'desk',
  'money.advance': 'desk',
  'money.settle': 'desk',
  'money.writeOff': 'desk',
  'money.reverse': 'desk',
  'money.closeYear': 'desk',
  'payee.setOwn': { most: 10, minutes: 60, perDay: 20 },
  'payee.set': 'desk',
  'payee.confirm': 'desk',
  'batch.read': 'reads',
  'batch.make': { most: 60, minutes: 60 },
  'batch.withdraw': 'desk',
  'batch.approve': 'desk',
  'statement.read': 'reads',
  'statement.import': { most: 60, minutes: 60, perDay: 300 },
  'people.manage': 'desk',
  'audit.read': 'reads',
  'checks.ask': 'desk',
  'health.read': 'reads',
  'job.retry': 'desk',
  'scheme.manage': 'desk',
} as const satisfies Record<Act, Limit | Unlimited>;

/** The acts that have a limit. */
export type LimitedAct = {
  [A in Act]: (typeof limits)[A] extends Unlimited ? never : A;
}[Act];

const dayMinutes = 24 * 60;

/** What an act spends: its budget, and that of a day where it has one; nothing when it has no limit. */
export function budgetsOf(act: Act): Budget[] {
  const limit: Limit | Unlimited = limits[act];
  if (typeof limit === 'string') return [];
  const { perDay, most, minutes } = limit;
  return [{ most, minutes }, ...(perDay === undefined ? [] : [{ most: perDay, minutes: dayMinutes }])];
}

/** Whether an act makes something new each time. */
export function addsSomething(act: Act): boolean {
  const limit: Limit | Unlimited = limits[act];
  return typeof limit !== 'string' && limit.adds === true;
}

/** The acts that have a limit, in table order. */
export const limitedActs = Object.entries(limits).flatMap(([act, limit]) =>
  typeof limit === 'string' ? [] : [act as LimitedAct],
);
