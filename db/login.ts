import { randomBytes } from 'node:crypto';
import { databaseError } from './fault';
import { asOwner, inOneGo, type Owner } from './owner';
import { UnfitDatabase } from './unfit';

type Login = { name: string; password: string };

const LOGIN_LOCK = 7_301_955;
const MAY_NOT = '42501';
const NOT_LET_IN = ['28P01', '28000'];

/**
 * The address at which the site works in the database of the owner at `url`: with a login of its own, that has the rights of
 * wijkkas_app and nothing above it to go back to. Makes the login the first time; its password stands in the database
 * where only the owner reads, so that all programs of one installation agree. Throws UnfitDatabase where it cannot be made,
 * cannot get in, or could climb: the site never works as the owner.
 */
export async function appLogin(url: string): Promise<string> {
  const login = await asOwner(url, (owner) => inOneGo(owner, '', () => loginFor(owner))).catch(
    (error: unknown) => {
      if (databaseError(error)?.code !== MAY_NOT) throw error;
      throw new UnfitDatabase(
        `User ${new URL(url).username} may not make the login of the site. Ask whoever manages the server to do, as a superuser: alter role ${new URL(url).username} createrole.`,
      );
    },
  );
  const address = new URL(url);
  address.username = login.name;
  address.password = login.password;
  await assertLow(address.toString()).catch(async (error: unknown) => {
    if (!NOT_LET_IN.includes(databaseError(error)?.code ?? '')) throw error;
    // A login may change its own password; that of the owner's note counts.
    await asOwner(url, ({ query }) => query(`alter role ${login.name} password '${login.password}'`));
    await assertLow(address.toString()).catch(() => {
      throw new UnfitDatabase(
        `The server at ${address.host} does not let the site in as ${login.name} with a password. Allow that in pg_hba.conf (scram-sha-256).`,
      );
    });
  });
  return address.toString();
}

/** The login of this very database, and no other of the server: made when it is not there yet. */
async function loginFor({ query }: Owner): Promise<Login> {
  await query(`select pg_advisory_xact_lock(${LOGIN_LOCK})`);
  await query(`create table if not exists drizzle.app_login (name text primary key, password text not null)`);
  const [here] = await query<{ name: string; database: string; known: boolean }>(`
    select 'wijkkas_login_' || oid as name, quote_ident(datname) as database,
      exists (select from pg_roles where rolname = 'wijkkas_login_' || pg_database.oid) as known
    from pg_database where datname = current_database()`);
  const { name = '', database = '', known = false } = here ?? {};
  const [kept] = await query<{ password: string }>(`select password from drizzle.app_login where name = $1`, [
    name,
  ]);
  if (kept && known) return { name, password: kept.password };
  const password = randomBytes(24).toString('hex');
  const only = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  await query(`${known ? 'alter' : 'create'} role ${name} ${known ? 'login' : only} password '${password}'`);
  await query(`grant wijkkas_app to ${name}`);
  // The rights of wijkkas_app hold in every database of the server that has a Wijkkas: each lets in its own login alone.
  await query(`revoke connect, temporary on database ${database} from public`);
  await query(`grant connect on database ${database} to ${name}`);
  await query(
    `insert into drizzle.app_login (name, password) values ($1, $2)
      on conflict (name) do update set password = excluded.password`,
    [name, password],
  );
  return { name, password };
}

/** Throws UnfitDatabase when whoever logs in at `url` is, or can become, more than wijkkas_app. */
async function assertLow(url: string): Promise<void> {
  const above = await asOwner(url, ({ query }) =>
    query<{ role: string }>(`
      select rolname as role from pg_roles where pg_has_role(session_user, oid, 'member')
        and (rolname not in (session_user, 'wijkkas_app') or rolsuper or rolcreaterole or rolcreatedb or rolreplication
          or rolbypassrls or oid = (select datdba from pg_database where datname = current_database()))`),
  );
  if (above.length === 0) return;
  const roles = above.map(({ role }) => role).join(', ');
  throw new UnfitDatabase(
    `The login of the site could work as ${roles}, and may have no rights but those of wijkkas_app. Take those roles and rights from it.`,
  );
}
