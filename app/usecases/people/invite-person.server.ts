import { transaction } from '#db/transaction';
import { type Transaction } from '#db/client';
import { recordActs } from '#db/writes/audit/audit';
import { ensurePerson, insertRole, takeSeat, updatePerson } from '#db/writes/people/person';
import { endAllSessions, suspendCredential } from '#db/writes/people/sign-in';
import { type Context } from '../context.server';
import { writeInvitation } from './parts/invitation.server';

/** A role with its reach: a wijk, a body, or the whole gemeente. */
export type InvitedTo =
  | { role: 'networker' | 'areaManager'; areaId: string }
  | { role: 'controller' | 'payer' | 'moderator' | 'admin' }
  | { role: 'member' | 'chair' | 'secretary'; bodyId: string };

const WEEK_MS = 7 * 86_400_000;

/**
 * Gives someone a role or seat from today on, and answers the token of the link where they set password and second
 * factor. Whoever has a desk already must set both again. The link works a week, once.
 */
export async function invitePerson(
  context: Context,
  who: { email: string; name: string },
  to: InvitedTo,
): Promise<string> {
  const { db, now, newId } = context;
  return transaction(db, async (tx) => {
    const personId = await ensurePerson(tx, { id: newId(), ...who, createdAt: now });
    await updatePerson(tx, personId, { name: who.name });
    await suspendCredential(tx, personId);
    await endAllSessions(tx, personId);
    await give(tx, personId, to, context);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordActs(tx, context, [
      { act: 'person.invite', ...subject },
      { act: 'role.give', ...subject, reason: to.role },
    ]);
    return writeInvitation(context, tx, who.email, WEEK_MS);
  });
}

async function give(tx: Transaction, personId: string, to: InvitedTo, { today }: Context): Promise<void> {
  if ('bodyId' in to) {
    await takeSeat(tx, { bodyId: to.bodyId, personId, duty: to.role, validFrom: today });
  } else {
    const areaId = 'areaId' in to ? to.areaId : null;
    await insertRole(tx, { personId, role: to.role, areaId, validFrom: today });
  }
}
