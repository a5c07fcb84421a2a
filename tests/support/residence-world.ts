import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { residenceMethodOf } from '#db/reads/people/residence';
import { profileOf } from '#db/reads/people/person';
import { calendarDate } from '~/domain/calendar';
import { vaultOf } from '~/http/seal.server';
import { askResidenceLetter } from '~/usecases/people/ask-residence-letter.server';
import { letterCode } from '~/usecases/people/parts/residence-letter.server';
import { listDigest, listKey } from '~/usecases/people/parts/residence.server';
import { readResidentList } from '~/usecases/people/read-resident-list.server';
import { listFile } from '~/formats/resident-list';
import { residenceLetter } from '#db/schema';
import { plantAddresses } from './addresses';
import { useChecks } from './checks';
import { useDatabase } from './database';
import { makeGemeente, makePerson } from './person';
import { by, roleHolder, rosterNow } from './roster-world';
import { and, eq, isNull } from 'drizzle-orm';

export const born = calendarDate('1960-05-04');
export const home = { street: 'Kade', postcode: '1234AB', number: '12', addition: 'a', place: 'Teststad' };
export const away = { street: 'Laan', postcode: '1234AC', number: '7', addition: '', place: 'Teststad' };

/** A gemeente with two wijken, addresses in both, an administrator and a buurtnetwerker of the first. */
export function useResidence() {
  const database = useDatabase({ max: 20 });
  useChecks(database);
  const vault = vaultOf('a secret of a test');
  const places = { here: '', there: '' };
  const staff = { admin: '', networker: '' };
  beforeAll(async () => {
    const { here, there } = await makeGemeente(database.owner.db);
    await plantAddresses(database.owner.db, here, there);
    Object.assign(places, { here, there });
    staff.admin = (await roleHolder(database, 'admin')).id;
    staff.networker = (await roleHolder(database, 'networker', { areaId: here })).id;
  });
  const db = () => database.app.db;
  const as = (personId: string, at = rosterNow) => by(database, personId, at);

  /** Somebody who says to live in the first wijk. */
  const resident = async (areaId: string | null = places.here, bornOn = born) =>
    makePerson(database.owner.db, { areaId, bornOn, name: 'Ans' });

  const known = async (personId: string, areaId = places.here) => residenceMethodOf(db(), personId, areaId);
  const homeOf = async (personId: string) => (await profileOf(db(), personId))?.areaId;

  const ask = async (personId: string, address = home, at = rosterNow) =>
    askResidenceLetter(await as(personId, at), vault, address);

  /** The code in the letter that is under way to somebody. */
  async function codeOf(personId: string): Promise<string> {
    const [letter] = await database.owner.db
      .select({ id: residenceLetter.id })
      .from(residenceLetter)
      .where(and(eq(residenceLetter.personId, personId), isNull(residenceLetter.endedAt)));
    return letterCode(vault, letter?.id ?? randomUUID());
  }

  /** A list on which so many people of that address and year stand. */
  async function readList(...residents: { postcode: string; number: number; year: number }[]) {
    const digests = residents.map(({ year, ...at }) => listDigest(listKey(vault), at, year));
    return readResidentList(await as(staff.admin), listFile(digests));
  }
  return { database, vault, places, staff, db, as, resident, known, homeOf, ask, codeOf, readList };
}
