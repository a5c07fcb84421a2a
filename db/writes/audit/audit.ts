import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { type Transaction } from '../../client';
import { auditEntry } from '../../schema';

/** Who does something, and when: the context of a use case says it. Nobody, for what the system does by itself. */
export type Doer = { now: Date; actor: { personId: string | null } };

export type AuditedAct = {
  act: AuditAct;
  subjectKind: AuditSubjectKind;
  subjectId: string;
  reason?: string | null;
};

/** Writes down who did what to which thing, in the transaction of the act itself. */
export async function recordAct(tx: Transaction, doer: Doer, act: AuditedAct): Promise<void> {
  await recordActs(tx, doer, [act]);
}

/** As `recordAct`, for acts that happen together. The only INSERT into audit_entry. */
export async function recordActs(tx: Transaction, doer: Doer, acts: readonly AuditedAct[]): Promise<void> {
  const { now: at, actor } = doer;
  await tx.insert(auditEntry).values(acts.map((act) => ({ ...act, at, actorId: actor.personId })));
}
