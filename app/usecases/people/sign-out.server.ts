import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type Context } from '../context.server';

/** Notes that someone signed out; the session itself ends in http/session. Nothing for a visitor. */
export async function signOut({ db, actor, now }: Context): Promise<void> {
  const { personId } = actor;
  if (personId === null) return;
  const subject = { subjectKind: 'person', subjectId: personId } as const;
  await transaction(db, (tx) =>
    recordAct(tx, { now, actor: { personId } }, { act: 'session.close', ...subject }),
  );
}
