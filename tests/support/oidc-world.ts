import { beforeAll } from 'vitest';
import { count, eq } from 'drizzle-orm';
import { auditEntry, residence, residenceProof } from '#db/schema';
import { plantAddresses } from './addresses';
import { clientOf } from './identity-provider';
import { makeGemeente, makePerson } from './person';
import { cookiesOf, useSite } from './site';

const start = new Date('2026-11-30T10:00:00Z');

/** A site whose people can show where they live with a sign-in service, and what a browser does for that. */
export function useOidc() {
  const it = useSite();
  const places = { here: '', there: '' };
  const db = () => it.database.owner.db;

  beforeAll(async () => {
    it.setNow(start);
    Object.assign(places, await makeGemeente(db()));
    await plantAddresses(db(), places.here, places.there);
  });

  const use = (issuer: string) => {
    it.site.config.oidc = { issuer, clientId: clientOf.id, clientSecret: clientOf.secret, name: 'DigiDoe' };
  };

  async function resident() {
    const { id } = await makePerson(db());
    return { id, cookie: await it.signInAs(id, 'code') };
  }

  /** Presses the button: the cookies of this browser then, and where the page in between sends it. */
  async function begin(cookie: string) {
    const pressed = await it.post('/mijn/wijk', { cookie });
    const where = pressed.headers.get('location') ?? '';
    const cookies = cookiesOf(pressed, cookie);
    const page = await (await it.get(where, { cookie: cookies })).text();
    const [, to = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/i.exec(page) ?? [];
    return { cookie: cookies, where, page, to: to ? new URL(to.replaceAll('&amp;', '&')) : null };
  }

  /** Comes back from the service: why it did not work, or 'proven'. */
  async function back(cookie: string, query: string) {
    const answer = await it.get(`/mijn/wijk/terug?${query}`, { cookie });
    const location = new URL(answer.headers.get('location') ?? '/', it.origin);
    const said = location.searchParams.get('mislukt') ?? location.searchParams.get('gedaan');
    return { said: said ?? `${answer.status} ${location.pathname}`, cookie: cookiesOf(answer, cookie) };
  }

  /** How much is known of where people live: what no refusal changes. */
  async function written() {
    const rows = [residence, residenceProof, auditEntry].map((table) =>
      db().select({ rows: count() }).from(table),
    );
    return (await Promise.all(rows)).map(([found]) => found?.rows);
  }

  const homesOf = (personId: string) => db().select().from(residence).where(eq(residence.personId, personId));

  return { it, places, db, start, use, resident, begin, back, written, homesOf };
}
