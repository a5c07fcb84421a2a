import { personByEmail } from '#db/reads/people/sign-in';
import { onRoster } from '#db/reads/people/roster';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { ensurePerson, lockRoles, updatePerson } from '#db/writes/people/person';
import { assertOther, type GivenRole, termOf } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { inviteToDesk } from './parts/desk-invitation.server';
import { give } from './parts/role.server';

type Invited = {
  email: string;
  name: string;
  to: GivenRole;
  validFrom: CalendarDate;
  lastDay?: CalendarDate;
};

/** Who was invited; the link is null when the same form came before, since only its digest is kept. */
export type InvitedPerson = { personId: string; token: string | null };

/**
 * Gives somebody a role or seat and invites them, by mail, to set password and second factor. The link works a week, once; of
 * earlier ones none does. Without a person behind it a command of the machine invites: it sends no mail, and closes the desk
 * of who has one until they set both again. By a page that takes two (`confirmFactor`). Throws 'hasDesk' at `email`,
 * 'aboutYourself', 'accountEnded', those of a role that is given, and the refusals of 'people.manage'.
 */
export async function invitePerson(context: Context, { to, ...typed }: Invited): Promise<InvitedPerson> {
  const { actor, today } = context;
  if (actor.personId !== null) assertMay(actor, 'people.manage');
  const term = termOf(today, typed);
  const { email, name } = typed;
  let token: string | null = null;
  const content = { act: 'invite', email, name, ...to, ...term };
  const personId = await once(context, 'people.manage', content, async (tx) => {
    await lockRoles(tx);
    const id = await invitable(tx, context, { email, name });
    const subject = { subjectKind: 'person', subjectId: id } as const;
    await recordAct(tx, context, { act: 'person.invite', ...subject });
    await give(tx, context, id, { to, term }).catch(unlessHeld);
    token = await inviteToDesk(tx, context, id);
    return id;
  });
  return { personId, token };
}

/** The person behind an address, made here when there is none; a name that they chose themselves stays. */
async function invitable(
  tx: Transaction,
  { actor, now, newId }: Context,
  who: { email: string; name: string },
): Promise<string> {
  const known = await personByEmail(tx, who.email);
  if (known) {
    assertOther(actor.personId, known.id);
    const state = (await onRoster(tx, known.id, now))?.state;
    if (state === 'ended') throw new DomainError('accountEnded', { field: 'email' });
    if (state === 'open' && actor.personId !== null) throw new DomainError('hasDesk', { field: 'email' });
  }
  const id = await ensurePerson(tx, { id: newId(), ...who, createdAt: now });
  if (!known?.name) await updatePerson(tx, id, { name: who.name });
  return id;
}

/** Who has the role already keeps it, and is invited all the same. */
function unlessHeld(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'roleHeld')) throw error;
}
