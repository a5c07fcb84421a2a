import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { payeeOf } from '#db/reads/grants/payee';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { openItem } from '../support/council-world';
import { granted } from '../support/grant-world';
import { euros } from '../support/money-world';
import { useGrantPages, type Who, type Granted } from '../support/grant-pages';

const world = useGrantPages();
const { site, db, cookies, look, send, iban, base, newGrant, claimed, standing, entries, freshWijk } = world;

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
    const { initiative } = await openItem(site.database, world.council, { present: 3 });
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
    const { number, id } = await granted(site.database, world.council, {
      amount: euros(400),
      applicantId: world.applicantId,
    });
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
    const { number, id } = await granted(site.database, world.council, {
      amount: euros(400),
      applicantId: world.applicantId,
    });
    const path = `/initiatieven/${number}/rekening`;
    expect((await look(path)).status).toBe(303);
    for (const who of ['chair', 'controller', 'payer'] as const) {
      expect((await look(path, who)).status, who).toBe(404);
      expect((await send(path, { iban, name: 'X' }, who)).status, who).toBe(404);
    }
    expect(await payeeOf(db(), id)).toBeUndefined();
    const asked = { amount: euros(400), applicantId: world.applicantId };
    const { initiative } = await openItem(site.database, world.council, { present: 3, asked });
    const early = `/initiatieven/${initiative.number}/rekening`;
    expect((await look(early, 'applicant')).status).toBe(409);
    expect((await send(early, { iban, name: 'X' }, 'applicant')).status).toBe(409);
  });
});

describe('money set apart for an agenda item', () => {
  test('by the desk, seen by the room, and given back', async () => {
    await freshWijk();
    const { itemId, meetingId, initiative } = await openItem(site.database, world.council, { present: 3 });
    cookies.member = await site.signInAs(world.council.members[1]?.personId ?? '', 'strong');
    const path = `/raad/${world.council.slug}/vergaderingen/${meetingId}/punten/${itemId}`;
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
      await granted(site.database, world.council, { amount: euros(2_400), title });
    }
    const asked = { amount: euros(400.01) };
    const { itemId, meetingId } = await openItem(site.database, world.council, { present: 3, asked });
    const path = `/raad/${world.council.slug}/vergaderingen/${meetingId}/punten/${itemId}/reservering`;
    const refused = await send(path, { intent: 'reserve', key: randomUUID() }, 'chair');
    expect([refused.status, refused.text.includes('Er is niet genoeg geld vrij')]).toEqual([409, true]);
    expect(refused.text).toContain('is nu € 400 vrij.');
  });
});
