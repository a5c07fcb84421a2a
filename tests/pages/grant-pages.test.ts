import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { grantStandings, settlementOf } from '#db/reads/grants/grant';
import { payeeOf } from '#db/reads/grants/payee';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { area } from '#db/schema';
import { type Cents } from '~/domain/money/cents';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { useChecks } from '../support/checks';
import { type Council, makeCouncil, newPeople, now, openItem, today } from '../support/council-world';
import { granted, officer } from '../support/grant-world';
import { euros } from '../support/money-world';
import { knownPayee } from '../support/payee';
import { makeGemeente } from '../support/person';
import { useSite } from '../support/site';

const site = useSite();
useChecks(site.database);
const db = () => site.database.app.db;
let council: Council;
let applicantId = '';
let gemeenteId = '';
type Who = 'controller' | 'payer' | 'areaManager' | 'admin' | 'applicant' | 'chair' | 'member';
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

describe('the list of grants', () => {
  test('shows what waits for the controller first, by wijk and by phase, and adds up', async () => {
    await freshWijk();
    const [fresh, waiting, back] = [
      await newGrant('Nieuw'),
      await newGrant('Wacht'),
      await newGrant('Terug'),
    ];
    const advance = { number: waiting.number, cents: euros(1_000), key: randomUUID() };
    await approveAdvance(desk.controller, advance);
    await claimed(back);
    const { status, text, html } = await look('/gemeente/toekenningen', 'controller');
    expect(status).toBe(200);
    const places = [
      'Wacht op de controller',
      `${base(back.number)}"`,
      `${base(fresh.number)}"`,
      'Wacht op betaling',
      `${base(waiting.number)}"`,
    ].map((what) => html.indexOf(what));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toMatch(
      /Terug Wijk \S+ Terugbetaling verwacht € 2\.000,00 € 1\.600,00 € 1\.212,75 € 387,25/,
    );
    expect(text).toMatch(/Wacht Wijk \S+ Voorschot, betaling wacht € 2\.000,00 € 0,00 nog niet € 2\.000,00/);
    expect(text).toContain('Samen € 4.000,00 € 1.600,00 € 1.212,75 € 2.387,25');
    expect(html).toContain(`href="${base(fresh.number)}"`);
    const claims = await look('/gemeente/toekenningen?stand=claimed', 'controller');
    expect(claims.html).toContain(`href="${base(back.number)}"`);
    expect(claims.html).not.toContain(`href="${base(fresh.number)}"`);
    const none = await look('/gemeente/toekenningen?stand=closed', 'controller');
    expect(none.text).toContain('Er is geen toekenning die hierbij past.');
    const odd = '/gemeente/toekenningen?stand=x&wijk=nergens&jaar=1%00';
    expect((await look(odd, 'controller')).html).toContain(`href="${base(back.number)}"`);
  });

  test('of a gebiedsmanager holds the own wijken alone', async () => {
    await freshWijk();
    const elsewhere = await newGrant('Elders');
    const list = await look('/gemeente/toekenningen', 'areaManager');
    expect(list.status).toBe(200);
    expect(list.html).not.toContain(`href="${base(elsewhere.number)}"`);
    expect((await look(base(elsewhere.number), 'areaManager')).status).toBe(404);
    expect((await look(base(elsewhere.number), 'admin')).status).toBe(200);
    for (const who of ['applicant', 'member'] as const) {
      for (const path of ['/gemeente/toekenningen', base(elsewhere.number)]) {
        expect((await look(path, who)).status, `${who} ${path}`).toBe(403);
      }
    }
    for (const number of ['0', 'x', '99999', '1e3', '123456789012']) {
      expect((await look(`/gemeente/toekenningen/${number}`, 'controller')).status, number).toBe(404);
    }
  });
});

describe('the page of one grant', () => {
  test('shows the account whole to whoever pays, and masked to others', async () => {
    await freshWijk();
    const { number } = await newGrant();
    for (const who of ['controller', 'payer'] as const) {
      const { html } = await look(base(number), who);
      expect(html).toContain('NL91 ABNA 0417 1643 00');
      expect(html).toContain('Stichting Feest');
    }
    const masked = await look(base(number), 'admin');
    expect(masked.html).toContain('NL.. ABNA …4300');
    expect(masked.html).not.toMatch(/0417 ?1643|Stichting Feest/);
    expect(masked.html).not.toContain('/voorschot"');
  });

  test('leads a grant from advance to the last cent, and offers only what can be done', async () => {
    await freshWijk();
    const grant = await newGrant();
    const at = base(grant.number);
    const first = await look(at, 'controller');
    for (const path of ['voorschot', 'vaststellen']) expect(first.html).toContain(`${at}/${path}"`);
    for (const path of ['terugontvangst', 'afboeken', 'rekeningnummer']) {
      expect(first.html).not.toContain(`${at}/${path}"`);
    }
    expect((await look(at, 'payer')).html).toContain(`${at}/rekeningnummer"`);
    const form = await look(`${at}/voorschot`, 'controller');
    expect(form.text).toContain('Hoogstens 80 % van de € 2.000 mag vooruit. Nu kan dat nog voor € 1.600.');
    const key = /name="key" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
    const twice = await Promise.all(
      [1, 2].map(() => send(`${at}/voorschot`, { cents: '1.600', key }, 'controller')),
    );
    expect(twice.map(({ status, to }) => [status, to])).toEqual([
      [303, `${at}?gedaan=advance`],
      [303, `${at}?gedaan=advance`],
    ]);
    expect(await standing(grant)).toMatchObject({ advance: euros(1_600), payable: euros(1_600) });
    const said = await look(`${at}?gedaan=advance`, 'controller');
    expect(said.text).toContain('Het voorschot is goedgekeurd.');
    expect(said.text).toContain('Er wacht € 1.600 op betaling.');
    expect((await look(`${at}/vaststellen`, 'controller')).to).toBe(at);
    const batch = await makeBatch(desk.payer, { initiativeIds: [grant.id], executeOn: today });
    await approveBatch(desk.controller, batch);
    const page = await look(at, 'controller');
    expect(page.text).toMatch(/Samen € 2\.000,00 € 1\.600,00 /);
    expect(page.html).toMatch(/\/gemeente\/boekingen\/\d+\/terugdraaien/);
    expect((await look(at, 'payer')).html).not.toContain('terugdraaien');
  });

  test('settles in two steps: what was typed, then exactly what will be booked', async () => {
    await freshWijk();
    const grant = await newGrant();
    await paid(grant, euros(1_600));
    const at = `${base(grant.number)}/vaststellen`;
    const typed = {
      costCents: '1.300',
      otherIncomeCents: '87,25',
      ground: 'notDone',
      explanation: 'Er kwamen minder mensen.\nDus minder eten.',
    };
    const before = await entries(grant);
    const asked = await send(at, typed, 'controller');
    expect(asked.status).toBe(303);
    const preview = await look(asked.to ?? '', 'controller');
    expect(preview.text).toContain('Je rekent af op € 1.212,75 van de € 2.000.');
    expect(preview.text).toContain('€ 387,25 vragen we terug.');
    expect(preview.text).toContain('€ 400 komt weer vrij voor de wijk.');
    expect(preview.text).not.toContain('wordt nog betaald');
    expect(preview.text).toContain('Samen € 1.212,75 € 0,00 € 387,25 € 400,00');
    expect(await entries(grant)).toBe(before);
    const change = /href="([^"]*vaststellen\?[^"]*)"/.exec(preview.html)?.[1] ?? '';
    const again = await look(change.replaceAll('&amp;', '&'), 'controller');
    expect(again.html).toContain('value="1300,00"');
    expect(again.html).toContain('Dus minder eten.');
    const key = /name="key" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
    const booking = { ...typed, key };
    const answers = await Promise.all([1, 2, 3].map(() => send(asked.to ?? '', booking, 'controller')));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await entries(grant)).toBe(before + 1);
    expect(await settlementOf(db(), grant.id)).toMatchObject({ settled: 121_275n, ground: 'notDone' });
    const after = await look(`${base(grant.number)}?gedaan=settle`, 'controller');
    expect(after.text).toContain('Terugbetaling verwacht Er moet nog € 387,25 terugkomen.');
    expect(after.text).toContain('Er kwamen minder mensen.');
    expect((await look(asked.to ?? '', 'controller')).to).toBe(base(grant.number));
  });

  test('books what comes back in parts, and writes the rest off', async () => {
    await freshWijk();
    const grant = await newGrant();
    await claimed(grant);
    const at = base(grant.number);
    const form = await look(`${at}/terugontvangst`, 'controller');
    expect(form.text).toContain('Er moet nog € 387,25 terugkomen.');
    const part = { cents: '100', key: randomUUID() };
    for (const status of [303, 303]) {
      expect((await send(`${at}/terugontvangst`, part, 'controller')).status).toBe(status);
    }
    expect(await standing(grant)).toMatchObject({ claim: 28_725n });
    const off = { cents: '287,25', reason: 'De groep is gestopt.', key: randomUUID() };
    expect((await send(`${at}/afboeken`, off, 'controller')).to).toBe(`${at}?gedaan=writeOff`);
    const page = await look(`${at}?gedaan=writeOff`, 'controller');
    expect(page.text).toContain('Afgesloten');
    expect(page.text).toContain('Samen € 1.212,75 € 287,25 € 1.500,00');
    expect(page.text).toContain('Er valt nu niets voor jou te doen.');
    expect(page.text).toMatch(/Afboeking · De groep is gestopt\. [^€]* € 287,25/);
    expect(page.text).toMatch(/Terugontvangst · Straatfeest [^€]* € 100,00/);
    expect(page.text).toMatch(/Afrekening · Straatfeest [^€]* € 1\.212,75/);
    for (const gone of ['voorschot', 'vaststellen', 'terugontvangst', 'afboeken']) {
      expect((await look(`${at}/${gone}`, 'controller')).to, gone).toBe(at);
    }
  });
});

describe('a refusal stands at its field, with what was typed', () => {
  test('of every form', async () => {
    await freshWijk();
    const [open, back] = [await newGrant(), await newGrant()];
    await claimed(back);
    const key = randomUUID();
    const accounting = {
      costCents: '1.000',
      otherIncomeCents: '0',
      ground: 'notDone',
      explanation: 'Uitleg',
    };
    const cases: [Granted, string, Record<string, string>, Who, string, string][] = [
      [
        open,
        'voorschot',
        { cents: '1.600,01', key },
        'controller',
        'cents',
        'Het mag hoogstens € 1.600 zijn.',
      ],
      [open, 'voorschot', { cents: 'veel', key }, 'controller', 'cents', 'Vul een bedrag in'],
      [open, 'voorschot', { cents: '0', key }, 'controller', 'cents', 'Vul een bedrag in'],
      [open, 'vaststellen', { ...accounting, ground: '' }, 'controller', 'ground', 'Vul dit in.'],
      [open, 'vaststellen', { ...accounting, ground: 'zomaar' }, 'controller', 'ground', 'Kies een van'],
      [open, 'vaststellen', { ...accounting, explanation: ' ' }, 'controller', 'explanation', 'Vul dit in.'],
      [
        open,
        'vaststellen',
        { ...accounting, costCents: '-1' },
        'controller',
        'costCents',
        'Vul een bedrag in',
      ],
      [back, 'terugontvangst', { cents: '387,26', key }, 'controller', 'cents', 'meer dan er nog terug moet'],
      [
        back,
        'afboeken',
        { cents: '388', reason: 'Weg', key },
        'controller',
        'cents',
        'meer dan er nog terug moet',
      ],
      [back, 'afboeken', { cents: '1', reason: '', key }, 'controller', 'reason', 'Vul dit in.'],
      [
        open,
        'rekeningnummer',
        { iban: 'NL00 FOUT', name: 'Ans' },
        'payer',
        'iban',
        'Dit rekeningnummer klopt niet.',
      ],
      [open, 'rekeningnummer', { iban, name: '' }, 'payer', 'name', 'Vul dit in.'],
    ];
    for (const [grant, path, body, who, field, message] of cases) {
      const { status, html, text } = await send(`${base(grant.number)}/${path}`, body, who);
      expect([status, text.includes(message)], `${path} ${message}`).toEqual([400, true]);
      expect(html, `${path} ${field}`).toMatch(new RegExp(`href="#${field}"|id="${field}-error"`));
      const typed = body.cents ?? body.iban ?? body.costCents ?? '';
      expect(html, `${path} ${typed}`).toContain(`value="${typed}"`);
    }
    expect(await standing(back)).toMatchObject({ claim: 38_725n });
    expect(await standing(open)).toMatchObject({ phase: 'granted' });
  });

  test('and nobody else can send them', async () => {
    await freshWijk();
    const grant = await newGrant();
    const at = base(grant.number);
    const acts = ['voorschot', 'vaststellen', 'vaststellen/controleren', 'terugontvangst', 'afboeken'];
    for (const path of acts) {
      for (const who of ['payer', 'admin', 'areaManager', 'applicant', 'chair'] as const) {
        const { status } = await send(`${at}/${path}`, { cents: '1', key: randomUUID() }, who);
        expect(status, `${who} ${path}`).toBe(403);
      }
    }
    for (const who of ['controller', 'admin', 'applicant'] as const) {
      expect((await send(`${at}/rekeningnummer`, { iban, name: 'X' }, who)).status, who).toBe(403);
    }
    const nowhere = { cents: '1', key: randomUUID() };
    expect((await send(`${base(99_999)}/voorschot`, nowhere, 'controller')).status).toBe(404);
    expect(await entries(grant)).toBe(2);
  });
});

describe('what everybody sees of the money', () => {
  test('where it came from, what was paid, how it was settled, and nothing personal', async () => {
    await freshWijk();
    const grant = await newGrant();
    await claimed(grant);
    const { status, text, html } = await look(`/initiatieven/${grant.number}/geld`);
    expect(status).toBe(200);
    expect(text).toContain(
      '€ 2.000 toegekend. € 1.600 betaald. Afgerekend op € 1.212,75. € 387,25 moet nog terug.',
    );
    expect(text).toContain('Bron a Wmo € 1.200,00 € 960,00 € 727,65');
    expect(text).toContain('Bron b Wmo € 800,00 € 640,00 € 485,10');
    expect(text).toContain('Samen € 2.000,00 € 1.600,00 € 1.212,75');
    expect(text).toContain('Het regende.');
    expect(text).toContain('De activiteit is niet of niet helemaal gedaan.');
    expect(html).toMatch(/\/wijken\/[^/]+\/boekingen\?jaar=2026&amp;boeking=\d+#boeking-\d+/);
    expect(html).toContain(`/besluiten/${grant.decisionId}`);
    // An id may hold any four digits.
    const withoutIds = html.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '');
    expect(withoutIds).not.toMatch(/NL91|4300|Stichting Feest|Bewoner \d|(?<!contact|test)@/);
    const page = await look(`/initiatieven/${grant.number}`);
    expect(page.text).toContain('€ 2.000 toegekend. € 1.600 betaald.');
    expect(page.html).toContain(`/initiatieven/${grant.number}/geld"`);
    expect(page.html).not.toContain('rekening"');
  });

  test('and says so when nothing was granted', async () => {
    const { initiative } = await openItem(site.database, council, { present: 3 });
    const { status, text } = await look(`/initiatieven/${initiative.number}/geld`);
    expect([status, text.includes('Er is nog geen geld toegekend.')]).toEqual([200, true]);
    const page = await look(`/initiatieven/${initiative.number}`);
    expect(page.html).not.toContain(`/initiatieven/${initiative.number}/geld`);
    expect((await look('/initiatieven/99999/geld')).status).toBe(404);
  });
});

describe('the account of an applicant', () => {
  test('is asked for, kept, and shown masked', async () => {
    await freshWijk();
    const { number, id } = await granted(site.database, council, { amount: euros(400), applicantId });
    const path = `/initiatieven/${number}/rekening`;
    for (const from of [`/initiatieven/${number}`, '/mijn']) {
      const { text, html } = await look(from, 'applicant');
      expect(text, from).toContain('Vul je rekeningnummer in, dan kunnen we betalen.');
      expect(html, from).toContain(`href="${path}"`);
    }
    const wrong = await send(path, { iban: 'NL91 ABNA 0417 1643 01', name: 'Ans Bakker' }, 'applicant');
    expect([wrong.status, wrong.text.includes('Dit rekeningnummer klopt niet.')]).toEqual([400, true]);
    expect(wrong.html).toContain('value="NL91 ABNA 0417 1643 01"');
    expect(wrong.html).toContain('value="Ans Bakker"');
    const right = await send(path, { iban: 'nl91 abna 0417 1643 00', name: 'Ans Bakker' }, 'applicant');
    expect([right.status, right.to]).toEqual([303, `${path}?bewaard`]);
    const saved = await look(`${path}?bewaard`, 'applicant');
    expect(saved.text).toContain('Je rekeningnummer is bewaard.');
    expect(saved.text).toContain('NL.. ABNA …4300');
    expect(saved.html).not.toMatch(/0417 ?1643(?! 00\.)/);
    expect(await payeeOf(db(), id)).toMatchObject({ iban, name: 'Ans Bakker' });
    expect((await look('/mijn', 'applicant')).text).not.toContain('dan kunnen we betalen');
    expect((await look(`/initiatieven/${number}`, 'applicant')).text).toContain('wijzig je rekeningnummer');
  });

  test('is there for the applicants of a grant alone', async () => {
    await freshWijk();
    const { number, id } = await granted(site.database, council, { amount: euros(400), applicantId });
    const path = `/initiatieven/${number}/rekening`;
    expect((await look(path)).status).toBe(303);
    for (const who of ['chair', 'controller', 'payer'] as const) {
      expect((await look(path, who)).status, who).toBe(404);
      expect((await send(path, { iban, name: 'X' }, who)).status, who).toBe(404);
    }
    expect(await payeeOf(db(), id)).toBeUndefined();
    const asked = { amount: euros(400), applicantId };
    const { initiative } = await openItem(site.database, council, { present: 3, asked });
    const early = `/initiatieven/${initiative.number}/rekening`;
    expect((await look(early, 'applicant')).status).toBe(409);
    expect((await send(early, { iban, name: 'X' }, 'applicant')).status).toBe(409);
  });
});

describe('money set apart for an agenda item', () => {
  test('by the desk, seen by the room, and given back', async () => {
    await freshWijk();
    const { itemId, meetingId, initiative } = await openItem(site.database, council, { present: 3 });
    cookies.member = await site.signInAs(council.members[1]?.personId ?? '', 'strong');
    const path = `/raad/${council.slug}/vergaderingen/${meetingId}/punten/${itemId}`;
    const first = await look(path, 'chair');
    expect(first.text).toContain('Zet € 400 alvast apart.');
    expect((await look(path, 'member')).text).not.toContain('apart');
    const key = /name="key" value="([^"]+)"/.exec(first.html)?.[1] ?? '';
    const sent = await Promise.all(
      [1, 2].map(() => send(`${path}/reservering`, { intent: 'reserve', key }, 'chair')),
    );
    expect(sent.map(({ status, to }) => [status, to])).toEqual([
      [303, path],
      [303, path],
    ]);
    expect(await reservedPoolOf(db(), initiative.id)).toMatchObject({ cents: euros(400) });
    const room = await look(path, 'member');
    expect(room.text).toContain('€ 400 staat apart voor dit voorstel.');
    expect(room.text).toContain('€ 9.600 Vrij na toekennen € 9.600');
    expect(room.html).not.toContain('reservering"');
    const more = await send(`${path}/reservering`, { intent: 'reserve', key: randomUUID() }, 'chair');
    expect([more.status, more.text.includes('Dit is al gedaan.')]).toEqual([409, true]);
    const odd = await send(`${path}/reservering`, { intent: 'alles', key: randomUUID() }, 'chair');
    expect(odd.status).toBe(400);
    const by = await send(`${path}/reservering`, { intent: 'release', key: randomUUID() }, 'member');
    expect(by.status).toBe(403);
    const back = await send(`${path}/reservering`, { intent: 'release', key: randomUUID() }, 'chair');
    expect(back.status).toBe(303);
    expect(await reservedPoolOf(db(), initiative.id)).toBeUndefined();
  });

  test('is refused when the wijk has too little, and says what is free', async () => {
    await freshWijk();
    for (const title of ['Een', 'Twee', 'Drie', 'Vier']) {
      await granted(site.database, council, { amount: euros(2_400), title });
    }
    const asked = { amount: euros(400.01) };
    const { itemId, meetingId } = await openItem(site.database, council, { present: 3, asked });
    const path = `/raad/${council.slug}/vergaderingen/${meetingId}/punten/${itemId}/reservering`;
    const refused = await send(path, { intent: 'reserve', key: randomUUID() }, 'chair');
    expect([refused.status, refused.text.includes('Er is niet genoeg geld vrij')]).toEqual([409, true]);
    expect(refused.text).toContain('is nu € 400 vrij.');
  });
});
