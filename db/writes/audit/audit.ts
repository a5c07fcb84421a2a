import { sql } from 'drizzle-orm';
import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { type Transaction } from '../../client';

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
  const rows = acts.map(({ act, subjectKind, subjectId, reason }) => ({
    act,
    subjectKind,
    subjectId,
    reason,
  }));
  // One text whatever the number of acts: a journal may be locked meanwhile.
  await tx.execute(sql`insert into audit_entry (at, actor_id, act, subject_kind, subject_id, reason)
    select ${doer.now.toISOString()}::timestamptz, ${doer.actor.personId}::uuid, act, "subjectKind", "subjectId", reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (act text, "subjectKind" text, "subjectId" text,
      reason text)`);
}
