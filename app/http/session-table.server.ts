import { createHash } from 'node:crypto';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { type Adapter } from 'lucia';
import { type Database } from '#db/client';
import { person, session } from '#db/schema';

/**
 * Lucia's table of sessions, with two things mended: the table holds the SHA-256 of a token, never the token, so that a
 * leaked backup opens no session; and terms run on the site's clock, where Lucia only knows the machine's.
 */
export function sessionTable(db: Database, now: () => Date): Adapter {
  const table = new DrizzlePostgreSQLAdapter(db, session, person);
  const ahead = () => now().getTime() - Date.now();
  const onSite = (at: Date) => new Date(at.getTime() + ahead());
  const onMachine = (at: Date) => new Date(at.getTime() - ahead());
  return {
    getSessionAndUser: async (token) => {
      const [found, user] = await table.getSessionAndUser(hashed(token));
      if (!found || !user) return [null, null];
      return [{ ...found, id: token, expiresAt: onMachine(found.expiresAt) }, user];
    },
    getUserSessions: (personId) => table.getUserSessions(personId),
    setSession: (row) => table.setSession({ ...row, id: hashed(row.id), expiresAt: onSite(row.expiresAt) }),
    updateSessionExpiration: (token, expiresAt) =>
      table.updateSessionExpiration(hashed(token), onSite(expiresAt)),
    deleteSession: (token) => table.deleteSession(hashed(token)),
    deleteUserSessions: (personId) => table.deleteUserSessions(personId),
    deleteExpiredSessions: () => table.deleteExpiredSessions(),
  };
}

const hashed = (token: string) => createHash('sha256').update(token).digest('hex');
