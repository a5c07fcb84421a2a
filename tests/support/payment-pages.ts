import { afterAll, beforeAll } from 'vitest';
import { expectCoherent } from './checks';
import { officer } from './grant-world';
import { makeWijk, now } from './money-world';
import { makeOffice, type Office } from './payment-world';
import { makeGemeente, makePerson } from './person';
import { useSite } from './site';

/** A site with an office that pays, and what its pages answer. */
export function usePaymentPages() {
  const site = useSite();
  let office: Office;
  const cookies: Record<string, string> = {};
  const db = () => site.database.app.db;

  beforeAll(async () => {
    site.setNow(now);
    await makeGemeente(site.database.owner.db);
    office = await makeOffice(site.database);
    const { personId: manager } = await officer(
      site.database,
      'areaManager',
      (await makeWijk(site.database.owner.db)).areaId,
    );
    const { id: resident } = await makePerson(site.database.owner.db);
    const strong = {
      controller: office.controller.actor.personId,
      payer: office.payer.actor.personId,
      manager,
      resident,
    };
    for (const [who, id] of Object.entries(strong)) cookies[who] = await site.signInAs(id ?? '', 'strong');
  });
  afterAll(() => expectCoherent(site.database.owner.db));

  /** Sends a form, or asks for a page when there is none; answers its status, its text and where it sends one. */
  async function at(
    path: string,
    who: string,
    body?: Record<string, string> | [string, string][] | FormData,
  ) {
    const answer = await fetch(site.origin + path, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: cookies[who] ?? '', ...(body ? { Origin: site.origin } : {}) },
      body: body && (body instanceof FormData ? body : new URLSearchParams(body)),
    });
    const html = await answer.text();
    const text = html
      .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replaceAll(/\s+/g, ' ');
    return { status: answer.status, to: answer.headers.get('location') ?? '', html, text };
  }
  const list = '/gemeente/betalingen';
  const page = (number: number) => `${list}/${number}`;

  return {
    site,
    get office() {
      return office;
    },
    cookies,
    db,
    at,
    list,
    page,
  };
}
