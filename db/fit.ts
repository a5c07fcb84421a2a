import { knownMigrations, type Migration } from './known-migrations';
import { type Owner } from './owner';
import { UnfitDatabase } from './unfit';

type Step = { hash: string; when: string };

const OLDEST_SERVER = 150_000;

/** The migrations that this database has not had yet. Throws UnfitDatabase where it is none of ours, or ahead of us. */
export async function waitingMigrations(owner: Owner): Promise<Migration[]> {
  await assertServer(owner);
  const known = knownMigrations();
  const done = await recordedSteps(owner);
  if (done.length === 0) await assertEmpty(owner);
  compare(done, known);
  return known.slice(done.length);
}

async function assertServer({ query }: Owner): Promise<void> {
  const [server] = await query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  if (!server || server.number >= OLDEST_SERVER) return;
  throw new UnfitDatabase(
    `The database server is PostgreSQL ${server.version}. Wijkkas needs PostgreSQL 15 or later: upgrade the server, or let DATABASE_URL point to a newer one.`,
  );
}

/** The steps that the database says it has had, oldest first; none where no version of Wijkkas was ever started on it. */
async function recordedSteps({ query }: Owner): Promise<Step[]> {
  const [table] = await query(`select 1 from pg_tables where schemaname = 'drizzle'
    and tablename = '__drizzle_migrations'`);
  if (!table) return [];
  return query<Step>(`select hash, created_at::text as "when" from drizzle.__drizzle_migrations
    order by created_at, id`);
}

/** Throws UnfitDatabase unless nothing stands in the database; the tables of the queue may be there, unused. */
async function assertEmpty(owner: Owner): Promise<void> {
  const names = await strangers(owner);
  if (names.length === 0) return;
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  throw new UnfitDatabase(
    `This database holds tables that Wijkkas did not make: ${names.slice(0, 5).join(', ')}${more}. Give Wijkkas a database of its own: make an empty one (createdb wijkkas) and let DATABASE_URL point to it.`,
  );
}

/** Throws UnfitDatabase unless a backup may be put back here: a server that will do, and nothing in the database. */
export async function assertFresh(owner: Owner): Promise<void> {
  await assertServer(owner);
  const [last] = await strangers(owner);
  if (!last) return;
  throw new UnfitDatabase(
    `A backup is put back into an empty database, and this one is not: it holds ${last}. Nothing was changed. Make an empty one (createdb), or without DATABASE_URL: stop Wijkkas and move .data/postgres elsewhere.`,
  );
}

/** Tables, views and sequences that are nobody's extension, outside the schemas of PostgreSQL and of the queue. */
async function strangers({ query }: Owner): Promise<string[]> {
  const rows = await query<{ name: string }>(`select format('%s.%s', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'S', 'f') and nspname !~ '^pg_'
      and nspname not in ('information_schema', 'graphile_worker', 'drizzle')
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    order by 1`);
  return rows.map(({ name }) => name);
}

function compare(done: readonly Step[], known: readonly Migration[]): void {
  done.forEach(({ hash, when }, at) => {
    const own = known[at];
    if (own?.hash === hash) return;
    const day = new Date(Number(when)).toISOString().slice(0, 10);
    if (!own) {
      throw new UnfitDatabase(
        `This database was brought up to date by a newer Wijkkas: it had ${done.length - known.length} step(s) that this version does not know (first of ${day}). Start that newer version again, or restore a backup of before the upgrade (docs/operate/backup.md).`,
      );
    }
    if (String(own.when) === when) {
      throw new UnfitDatabase(
        `Step ${own.tag} went into this database with another text than this version has. A migration that has landed never changes: put the published files back (git checkout -- db/migrations), and make changes in a migration of their own.`,
      );
    }
    throw new UnfitDatabase(
      `This database had a step of ${day} that this version does not know, where it has ${own.tag}: it belongs to another program, or to a version that was never published. Let DATABASE_URL point to a database of Wijkkas, or to an empty one.`,
    );
  });
}

/** Throws UnfitDatabase unless this user may make what a migration makes: tables, and the first time a role. */
export async function assertMayMigrate({ query }: Owner, waiting: readonly Migration[]): Promise<void> {
  const [may] = await query<{ user: string; name: string; tables: boolean; roles: boolean }>(`
    select current_user as user, current_database() as name,
      has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE')
        and not exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not pg_has_role(relowner, 'USAGE')) as tables,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as roles`);
  if (!may?.tables) {
    throw new UnfitDatabase(
      `User ${may?.user} may not make tables in database ${may?.name}, and there is work to do on them. ${askAdmin}: alter database ${may?.name} owner to ${may?.user}; alter schema public owner to ${may?.user}.`,
    );
  }
  if (!may.roles && waiting.length === knownMigrations().length) {
    throw new UnfitDatabase(
      `User ${may.user} may not make the role wijkkas_app, under which the site works. ${askAdmin}: alter role ${may.user} createrole.`,
    );
  }
}

const askAdmin = 'Ask whoever manages the server to do, as a superuser';

/**
 * Throws UnfitDatabase where the site could not work under its role: after a restore with other tools, the role may be
 * missing or without its rights.
 */
export async function assertRole({ query }: Owner): Promise<void> {
  const [role] = await query<{ known: boolean; user: string }>(
    `select current_user as user, exists (select from pg_roles where rolname = 'wijkkas_app') as known`,
  );
  if (!role?.known) {
    throw new UnfitDatabase(
      `The role wijkkas_app is missing on this server, and with it the rights of the site. Was this database put back with pg_restore? Make the role first (create role wijkkas_app nologin), then put the database back once more (docs/operate/backup.md).`,
    );
  }
  const [has] = await query<{ member: boolean; rights: boolean }>(`
    select pg_has_role('wijkkas_app', 'MEMBER') as member,
      has_table_privilege('wijkkas_app', 'public.posting', 'INSERT') as rights`);
  if (!has?.member) {
    throw new UnfitDatabase(
      `User ${role.user} may not act as wijkkas_app, the role of the site. ${askAdmin}: grant wijkkas_app to ${role.user}.`,
    );
  }
  if (!has.rights) {
    throw new UnfitDatabase(
      `The role wijkkas_app has no rights in this database: it was put back while the role was missing. The role is there now: put the database back once more (docs/operate/backup.md).`,
    );
  }
}
