import { type EntryKind } from '../ledger/kinds';

/** Everything that leaves a trace in the audit log besides bookings, which are named after their kind of entry. */
export const auditActs = [
  'area.import',
  'area.handIn',
  'area.update',
  'area.join',
  'area.leaveOut',
  'area.takeBack',
  'round.import',
  'round.withdraw',
  'person.invite',
  'person.update',
  'role.give',
  'role.end',
  'person.disable',
  'session.endAll',
  'factor.ask',
  'factor.confirm',
  'factor.withdraw',
  'session.open',
  'session.close',
  'initiative.create',
  'initiative.update',
  'initiative.publish',
  'initiative.submit',
  'initiative.withdraw',
  'coApplicant.invite',
  'coApplicant.accept',
  'coApplicant.refuse',
  'coApplicant.remove',
  'support.give',
  'comment.write',
  'comment.accept',
  'comment.refuse',
  'meeting.plan',
  'meeting.open',
  'meeting.close',
  'meeting.fail',
  'agenda.add',
  'attendance.record',
  'conflict.declare',
  'conflict.report',
  'conflict.answer',
  'conflict.rule',
  'council.vote',
  'item.decide',
  'item.refer',
  'source.create',
  'money.divide',
  'payee.set',
  'payee.confirm',
  'batch.make',
  'batch.approve',
  'batch.withdraw',
  'statement.ask',
  'statement.import',
  'statement.match',
  'statement.assign',
  'yearEnd.prepare',
  'yearEnd.withdraw',
  'yearEnd.confirm',
  'yearEnd.book',
  'yearEnd.close',
] as const;

/** An act in the audit log; `money.<kind>` for every entry in a journal. */
export type AuditAct = (typeof auditActs)[number] | `money.${EntryKind}`;

/** What an act is done to. */
export type AuditSubjectKind =
  | 'area'
  | 'round'
  | 'person'
  | 'initiative'
  | 'comment'
  | 'body'
  | 'meeting'
  | 'agendaItem'
  | 'decision'
  | 'source'
  | 'journalEntry'
  | 'paymentBatch'
  | 'bankStatement'
  | 'moneyTask'
  | 'period';
