import { randomUUID } from 'node:crypto';
import { wijkBySlug } from '#db/reads/area/area';
import { bodyBySlug } from '#db/reads/council/body';
import { type Database } from '#db/client';
import { calendarDateIn } from '~/domain/calendar';
import { visitor } from '~/domain/access/roles';
import { readConfig } from '~/http/config.server';
import { ownSecret } from '~/http/secret.server';
import { vaultOf } from '~/http/seal.server';
import { type GivenRole } from '~/domain/access/given-role';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { tokenForFirstAdmin } from '~/usecases/people/parts/first-admin.server';
import { openDatabase } from './database';
import { paths } from '~/paths';

const usage = `Zo nodig je iemand uit:
  npm run invite -- EMAIL "Naam" controller|payer|moderator|admin
  npm run invite -- EMAIL "Naam" networker|areaManager WIJK
  npm run invite -- EMAIL "Naam" member|chair|secretary RAAD
WIJK en RAAD zijn het laatste deel van het adres, zoals parkwijk in /wijken/parkwijk.`;

/**
 * `npm run invite`: gives someone a role from today on and prints the one-time link with which they set their password
 * and second factor. Returns the exit code: 2 when the arguments are wrong.
 */
export async function invite(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [email = '', name = '', role = '', slug = ''] = args;
  if (args.length === 0) return beginning(env);
  if (!/^\S+@\S+$/.test(email) || name.trim() === '') return misused();
  const { origins } = readConfig(env);
  const { db, close } = await openDatabase(env);
  try {
    const to = await invitedTo(db, role, slug);
    if (!to) return misused();
    const now = new Date();
    const today = calendarDateIn(now);
    const context = { db, actor: visitor, now, today, newId: randomUUID };
    const who = { email: email.toLowerCase(), name: name.trim() };
    const { token } = await invitePerson(context, { ...who, to, validFrom: today });
    console.log(`Geef deze link aan ${name}. Hij werkt een week, en één keer.`);
    console.log(`${origins[0]}${paths.people.invitation(token ?? '')}`);
    return 0;
  } finally {
    await close();
  }
}

/** Without arguments: how somebody becomes the first administrator, as long as nobody is. */
async function beginning(env: NodeJS.ProcessEnv): Promise<number> {
  const { origins, secret } = readConfig(env);
  const { db, close } = await openDatabase(env);
  try {
    const token = await tokenForFirstAdmin(db, vaultOf(secret ?? ownSecret()));
    if (token === null) return misused();
    console.log('Nog niemand beheert deze installatie. Open deze link om de eerste beheerder te worden:');
    console.log(`${origins[0]}${paths.people.firstAdmin(token)}`);
    return 0;
  } finally {
    await close();
  }
}

function misused(): number {
  console.error(usage);
  return 2;
}

/** What a role on the command line reaches; undefined for an unknown role, wijk or council. */
async function invitedTo(db: Database, role: string, slug: string): Promise<GivenRole | undefined> {
  switch (role) {
    case 'controller':
    case 'payer':
    case 'moderator':
    case 'admin':
      return slug === '' ? { role } : undefined;
    case 'networker':
    case 'areaManager': {
      const wijk = await wijkBySlug(db, slug);
      return wijk && { role, areaId: wijk.id };
    }
    case 'member':
    case 'chair':
    case 'secretary': {
      const council = await bodyBySlug(db, slug);
      return council && { role, bodyId: council.id };
    }
    default:
      return undefined;
  }
}
