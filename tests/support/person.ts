import { randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { area, credential, installation, person } from '#db/schema';
import { type Database } from '#db/client';
import { calendarDate } from '../../app/domain/calendar';
import { vaultOf } from '../../app/http/seal.server';
import { hashSecret } from '../../app/usecases/people/parts/secrets.server';

const since = calendarDate('2020-01-01');

/** A gemeente with two wijken: the least that a site needs. */
export async function makeGemeente(db: Database, demonstration = false) {
  const [gemeenteId, here, there] = [randomUUID(), randomUUID(), randomUUID()];
  await db.insert(area).values([
    { id: gemeenteId, kind: 'gemeente', slug: 'teststad', name: 'Teststad', validFrom: since },
    { id: here, kind: 'wijk', slug: 'hier', name: 'Hier', parentId: gemeenteId, validFrom: since },
    { id: there, kind: 'wijk', slug: 'daar', name: 'Daar', parentId: gemeenteId, validFrom: since },
  ]);
  await db.insert(installation).values({ gemeenteId, demonstration });
  return { gemeenteId, here, there };
}

/** Someone with an address, and whatever else is given. */
export async function makePerson(db: Database, row: Partial<typeof person.$inferInsert> = {}) {
  const id = row.id ?? randomUUID();
  const email = row.email ?? `${id}@voorbeeld.example`;
  await db.insert(person).values({ createdAt: new Date(), name: 'Test', ...row, id, email });
  return { id, email };
}

/** Gives someone a password and a second factor, as an accepted invitation does; answers their authenticator app. */
export async function giveDesk(db: Database, secret: string, personId: string, password: string) {
  const app = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer }) });
  await db.insert(credential).values({
    personId,
    passwordHash: await hashSecret(password),
    totpSecret: vaultOf(secret).seal('totp', app.secret.base32),
    totpConfirmedAt: new Date(),
  });
  return { codeAt: (now: Date) => app.generate({ timestamp: now.getTime() }) };
}
