import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { grantStandings } from '#db/reads/grants/grant';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { area } from '#db/schema';
import { type Cents } from '~/domain/money/cents';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { linesOf } from './payment-world';
import { tellPaid } from './told';
import { useChecks } from './checks';
import { type Council, makeCouncil, newPeople, now, today } from './council-world';
import { granted, officer } from './grant-world';
import { euros } from './money-world';
import { knownPayee } from './payee';
import { makeGemeente } from './person';
import { useSite } from './site';

export type Who = 'controller' | 'payer' | 'areaManager' | 'admin' | 'applicant' | 'chair' | 'member';

/** A site with an office and a council, grants in every state, and what their pages answer. */
export function useGrantPages() {
  const site = useSite();
  useChecks(site.database);
  const db = () => site.database.app.db;
  let council: Council;
  let applicantId = '';
  let gemeenteId = '';
  const cookies = {} as Record<Who, string>;
  const desk = {} as Record<'controller' | 'payer', Context>;

  beforeAll(async () => {
    site.setNow(now);
    ({ gemeenteId } = await makeGemeente(site.database.owner.db));
    council = await makeCouncil(site.database, { seats: 3 });
    [applicantId = ''] = await newPeople(site.database.owner.db, 1, council.areaId);
    for (const role of ['controller', 'payer', 'areaManager', 'admin'] as const) {
      const areaId = role === 'areaManager' ? council.areaId : null;
      const person = await officer(site.database, role, areaId);
      cookies[role] = await site.signInAs(person.personId, 'strong');
      if (role === 'controller' || role === 'payer') desk[role] = person;
    }
    const [chair, member] = council.members;
    cookies.applicant = await site.signInAs(applicantId, 'code');
    cookies.chair = await site.signInAs(chair?.personId ?? '', 'strong');
    cookies.member = await site.signInAs(member?.personId ?? '', 'strong');
  });

  const plain = (html: string) =>
    html
      .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/[\s\u00a0]+/g, ' ');

  async function look(path: string, who?: Who) {
    const answer = await site.get(path, { cookie: who && cookies[who] });
    const html = await answer.text();
    return { status: answer.status, html, text: plain(html), to: answer.headers.get('location') };
  }

  async function send(path: string, body: Record<string, string>, who: Who) {
    const answer = await site.post(path, { body, cookie: cookies[who] });
    const html = await answer.text();
    return { status: answer.status, html, text: plain(html), to: answer.headers.get('location') };
  }

  const iban = 'NL91ABNA0417164300';
  const base = (number: number) => `/gemeente/toekenningen/${number}`;

  /** A new grant of € 2.000 of which 80 % may be advanced, with its account. */
  async function newGrant(title = 'Straatfeest') {
    const grant = await granted(site.database, council, { amount: euros(2_000), title });
    const { number } = grant;
    await knownPayee(desk, number, { iban, name: 'Stichting Feest' });
    return grant;
  }

  type Granted = Awaited<ReturnType<typeof newGrant>>;

  async function paid(grant: Granted, cents: Cents): Promise<void> {
    await approveAdvance(desk.controller, { number: grant.number, cents, key: randomUUID() });
    const batch = await makeBatch(desk.payer, { initiativeIds: [grant.id], executeOn: today });
    await approveBatch(desk.controller, batch);
    await tellPaid(desk.controller, await linesOf(db(), batch));
  }

  async function claimed(grant: Granted): Promise<void> {
    await paid(grant, euros(1_600));
    const money = { costCents: euros(1_212.75), otherIncomeCents: euros(0), ground: 'notDone' as const };
    await settleGrant(desk.controller, {
      ...money,
      number: grant.number,
      explanation: 'Het regende.',
      key: randomUUID(),
    });
  }

  const standing = async ({ id }: Granted) => (await grantStandings(db(), [id])).get(id);
  const entries = async ({ id }: Granted) => (await entriesOfInitiative(db(), id, 1)).total;

  /** Grants take room in the wijk's pool: each block has a wijk of its own with € 10.000. */
  async function freshWijk(): Promise<void> {
    council = await makeCouncil(site.database, { seats: 3 });
    const own = eq(area.id, council.areaId);
    await site.database.owner.db.update(area).set({ parentId: gemeenteId }).where(own);
    [applicantId = ''] = await newPeople(site.database.owner.db, 1, council.areaId);
    cookies.applicant = await site.signInAs(applicantId, 'code');
    cookies.chair = await site.signInAs(council.members[0]?.personId ?? '', 'strong');
  }

  return {
    db,
    desk,
    look,
    send,
    base,
    newGrant,
    paid,
    claimed,
    standing,
    entries,
    freshWijk,
    site,
    get council() {
      return council;
    },
    get applicantId() {
      return applicantId;
    },
    cookies,
    iban,
  };
}

export type Granted = Awaited<ReturnType<ReturnType<typeof useGrantPages>['newGrant']>>;
