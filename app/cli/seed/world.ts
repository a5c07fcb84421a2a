import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wijkenOn } from '#db/reads/area/area';
import { actorById } from '#db/reads/people/person';
import { transaction } from '#db/transaction';
import { type Account, accounts, openAccounts } from '#db/seed/accounts';
import { postcodesFile, wijken, wijkenFile, wijkSlugs } from '#db/seed/areas';
import { type WijkSlug } from '#db/seed/outlines';
import { type RoleOf } from '#db/seed/people';
import { type GivenRole } from '~/domain/access/given-role';
import { visitor } from '~/domain/access/roles';
import { type CalendarDate, calendarDate, yearOf } from '~/domain/calendar';
import { type Site } from '~/http/site.server';
import { importPostcodes } from '~/usecases/area/import-postcodes.server';
import { importWijken } from '~/usecases/area/import-wijken.server';
import { type Context } from '~/usecases/context.server';
import { checkResidence } from '~/usecases/people/check-residence.server';
import { chooseShownName } from '~/usecases/people/choose-shown-name.server';
import { giveRole } from '~/usecases/people/give-role.server';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { savePerson } from '~/usecases/people/save-person.server';
import { plantCouncils } from './councils';
import { plantPhotos } from './photos';
import { plantSchemes } from './schemes';
import { type World } from './stage';

/**
 * Vierstromen as it stands before its story begins, made in the order of the guide and by the acts of its pages: areas,
 * people, schemes and councils, all on its first day.
 */
export async function plantWorld(site: Site, since: CalendarDate): Promise<World> {
  const now = new Date(`${since}T08:00:00Z`);
  const command: Context = { db: site.db, actor: visitor, now, today: since, newId: site.newId };
  const areas = await plantAreas(command);
  const everybody = accounts();
  const people = await transaction(site.db, (tx) => openAccounts(tx, everybody, command));
  const world = { areas, people };
  const as = (who: Account['who']) => contextOf(command, people.get(who));
  for (const account of everybody) if (account.role?.role === 'admin') await appoint(command, account);
  const admin = await as('daan');
  for (const account of everybody) {
    await introduce(admin, account, world, await as(account.who));
    await employ(admin, account, world);
  }
  await plantSchemes(admin, areas);
  await plantCouncils(admin, areas);
  await plantPhotos(as);
  return world;
}

async function contextOf(command: Context, personId: string | undefined): Promise<Context> {
  const actor = await actorById(command.db, personId ?? '', 'strong', command.today);
  if (!actor) throw new Error('somebody of the world has no account');
  return { ...command, actor };
}

async function plantAreas(command: Context): Promise<World['areas']> {
  const year = yearOf(command.today);
  await importWijken(command, wijkenFile(), { year, demonstration: true });
  const folder = await mkdtemp(join(tmpdir(), 'wijkkas-seed-'));
  try {
    const path = join(folder, 'postcodes.csv');
    await writeFile(path, postcodesFile(year));
    await importPostcodes(command, path);
  } finally {
    await rm(folder, { recursive: true });
  }
  const made = new Map((await wijkenOn(command.db, command.today)).map(({ name, id }) => [name, id]));
  const found = wijkSlugs.map((slug) => [slug, made.get(wijken[slug].name)]);
  return Object.fromEntries(found) as World['areas'];
}

/** A command of the machine makes the first administrator. */
async function appoint(command: Context, { email, name }: Account): Promise<void> {
  await invitePerson(command, { email, name, to: { role: 'admin' }, validFrom: command.today });
}

/** Where one's own word is enough, it is all there is of some neighbours. */
const lenient: readonly WijkSlug[] = ['parkwijk', 'soesterveld'];

/** They say who they are, and the administrator saw where they live. */
async function introduce(admin: Context, account: Account, { areas }: World, own: Context): Promise<void> {
  const { who, name, email, home, shownName } = account;
  if (home) {
    const areaId = areas[home.wijk];
    await savePerson(own, { name, areaId, bornOn: calendarDate(home.bornOn) });
    const hasWordOnly = lenient.includes(home.wijk) && Number(who.split('-')[1]) % 3 === 0;
    if (!hasWordOnly) await checkResidence(admin, { email, areaId });
  }
  if (shownName) await chooseShownName(own, shownName);
}

async function employ(admin: Context, { who, role }: Account, { areas, people }: World): Promise<void> {
  const personId = people.get(who) ?? '';
  for (const to of role ? givenRoles(role, areas) : []) {
    // The first administrator is one already.
    if (to.role !== 'admin') await giveRole(admin, { personId, to, validFrom: admin.today });
  }
}

const givenRoles = (given: RoleOf, areas: World['areas']): GivenRole[] =>
  'wijken' in given
    ? given.wijken.map((wijk) => ({ role: given.role, areaId: areas[wijk] }))
    : [{ role: given.role }];
