import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { settlementOf } from '#db/reads/grants/grant';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { today } from '../support/council-world';
import { euros } from '../support/money-world';
import { useGrantPages } from '../support/grant-pages';

const { db, desk, look, send, base, newGrant, paid, claimed, standing, entries, freshWijk } = useGrantPages();

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
