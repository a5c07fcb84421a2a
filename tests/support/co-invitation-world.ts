import { eq } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { coInvitationsOf } from '#db/reads/initiative/co-invitation';
import { initiativeByNumber } from '#db/reads/initiative/initiative';
import { mail } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { useChecks } from './checks';
import { useDatabase } from './database';
import { acting, concept, type InitiativeWorld, large, makeWorld } from './initiative-world';
import { makePerson } from './person';
import { refused } from './refused';

/** Initiatives and people to ask along, with the letters that they get: nobody asks along who did not say so themselves. */
export function useCoInvitations() {
  const database = useDatabase();
  useChecks(database);
  let world: InitiativeWorld;
  beforeAll(async () => {
    world = await makeWorld(database);
  });

  const db = () => database.app.db;

  /** Somebody of the wijk of their own, so that no test spends the letters of another. */
  const someone = async () => {
    const { id, email } = await makePerson(database.owner.db, {
      areaId: world.here,
      bornOn: calendarDate('1980-01-01'),
    });
    return { id, email, act: (at?: Date) => acting(db(), id, at) };
  };
  let count = 0;
  const stranger = () => `vreemd${count++}@voorbeeld.example`;

  /** A concept of somebody new in which these addresses are asked. */
  async function asking(...emails: string[]) {
    const asker = await someone();
    const number = await concept(world, db(), { ...large, coApplicants: emails }, asker.id);
    const read = async () => {
      const found = await initiativeByNumber(db(), number);
      if (!found) throw new Error('gone');
      return found;
    };
    const { id } = await read();
    const invitations = () => coInvitationsOf(db(), id);
    return { asker, number, id, read, invitations };
  }

  const letterTo = async (email: string) =>
    (await db().select().from(mail).where(eq(mail.recipient, email)).orderBy(mail.createdAt)).at(-1);
  const tokenTo = async (email: string) => (await letterTo(email))?.path?.split('/').at(-1) ?? '';
  const invitationTo = async ({ invitations }: Awaited<ReturnType<typeof asking>>, email: string) =>
    (await invitations()).find((each) => each.email === email)?.id ?? '';

  return {
    database,
    get world() {
      return world;
    },
    db,
    refused,
    someone,
    stranger,
    asking,
    letterTo,
    tokenTo,
    invitationTo,
  };
}
