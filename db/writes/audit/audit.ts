import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { type Transaction } from '../../client';
import { auditEntry } from '../../schema';

export type AuditedAct = {
  at: Date;
  /** Null for what the system does by itself. */
  actorId: string | null;
  act: AuditAct;
  subjectKind: AuditSubjectKind;
  subjectId: string;
  reason?: string | null;
};

/** Writes down who did what to which thing, in the transaction of the act itself. */
export async function recordAct(tx: Transaction, act: AuditedAct): Promise<void> {
  await recordActs(tx, [act]);
}

/** As `recordAct`, for acts that happen together. The only INSERT into audit_entry. */
export async function recordActs(tx: Transaction, acts: readonly AuditedAct[]): Promise<void> {
  await tx.insert(auditEntry).values([...acts]);
}
