import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { bankLine, moneyTask, source, yearEndPreparation, yearEndVerdict } from '#db/schema';
import { negate } from '~/domain/money/cents';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { camtOf, type Movement, ourAccount } from '../support/camt';
import { euros, makeWijk, now, pledged } from '../support/money-world';
import { advanced, ordered, waitingGrants } from '../support/payment-world';
import { usePaymentPages } from '../support/payment-pages';

const world = usePaymentPages();
const { site, db, at, list, page } = world;

describe('a bank statement', () => {
  const upload = '/gemeente/afschriften';
  const on = '2026-05-29';
  const form = (content: BlobPart) => {
    const body = new FormData();
    body.set('file', new File([content], 'afschrift.xml', { type: 'text/xml' }));
    return body;
  };
  const statement = (...lines: Movement[]) => ({ id: randomUUID().slice(0, 18), lines });

  async function read(...lines: Movement[]) {
    const sent = await at(upload, 'controller', form(camtOf(statement(...lines))));
    expect(sent.status).toBe(303);
    await runMoneyTasks(world.office.controller);
    for (;;) {
      const shown = await at(sent.to, 'controller');
      if (shown.status === 303) return shown.to;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('is handed in, read, and shown with what each line is', async () => {
    const [grant] = await waitingGrants(site.database, world.office, 1);
    const { number, lines } = await ordered(world.office, grant ? [grant] : []);
    const endToEndId = lines[0]?.endToEndId;
    const sourceId = grant?.sourceIds[1] ?? '';
    const [{ code, name } = { code: '', name: '' }] = await db()
      .select()
      .from(source)
      .where(eq(source.id, sourceId));
    const path = await read(
      { cents: negate(advanced), on, endToEndId },
      { cents: advanced, on, endToEndId, reason: 'AC04' },
      { cents: euros(60), on, text: `bijdrage ${code}` },
      { cents: euros(0.5), on, text: 'fooi' },
      { cents: negate(euros(9)), on, text: 'kosten' },
    );
    const seen = await at(path, 'controller');
    expect(seen.text).toContain('Het afschrift is ingelezen.');
    expect(seen.text).toContain(`Betaald Straatfeest, betaallijst ${number} Bekijk de boeking`);
    expect(seen.text).toContain('Betaling teruggekomen: teruggedraaid');
    expect(seen.text).toContain(`Ontvangst van ${name} Bekijk de boeking`);
    expect(seen.text).toContain('5 regels. 2 daarvan kennen we nog niet.');
    expect(seen.text).toContain('maar niet door een betaallijst.');
    expect(seen.html.match(/<form[^>]*class="wk-match"/g)).toHaveLength(2);
    const open = await at(path.replace(/\?.*/, '?open=1'), 'payer');
    expect(open.text).toContain('fooi');
    expect(open.text).not.toContain(`bijdrage ${code}`);
    expect(open.html).not.toContain('class="wk-match" method');
    expect((await at(page(number), 'payer')).text).toContain('Teruggekomen');
    expect((await at(list, 'payer')).text).toContain('0 van 1 betaald 1 teruggekomen');
  });

  test('leaves what nobody knows to a person, once', async () => {
    const wijk = await makeWijk(site.database.owner.db);
    const [small = '', large = ''] = await pledged(world.office.controller, wijk.areaId, [
      euros(1),
      euros(500),
    ]);
    const path = (await read({ cents: euros(70), on, text: 'hallo' })).replace(/\?.*/, '');
    const id = path.split('/').at(-1) ?? '';
    const [line] = await db().select().from(bankLine).where(eq(bankLine.statementId, id));
    const lineId = line?.id ?? '';
    const asked = await at(path, 'controller');
    expect(asked.html).toContain(`receipt:${large}`);
    expect(asked.html).not.toContain(`receipt:${small}`);
    for (const money of ['', `receipt:${randomUUID()}`, `payment:${large}`, `clawback:${large}`]) {
      const wrong = await at(path, 'controller', { lineId, money });
      expect([wrong.status, wrong.text.includes('Kies een van de antwoorden.')], money).toEqual([400, true]);
      expect(wrong.html).toContain(`href="#geld-${lineId}"`);
    }
    expect((await at(path, 'payer', { lineId, money: `receipt:${large}` })).status).toBe(403);
    const sent = await Promise.all(
      [1, 2].map(() => at(path, 'controller', { lineId, money: `receipt:${large}` })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await at(`${path}?gedaan=matched`, 'controller')).text).toContain(
      'We weten van elke regel wat het is.',
    );
  });

  test('offers the source whose giver sends more than it pledged, by its account, and by its code', async () => {
    const wijk = await makeWijk(site.database.owner.db);
    const [sourceId = ''] = await pledged(world.office.controller, wijk.areaId, [euros(40)]);
    const [{ code, name } = { code: '', name: '' }] = await db()
      .select()
      .from(source)
      .where(eq(source.id, sourceId));
    const iban = 'NL20INGB0001234567';
    await read({ cents: euros(40), on, text: `bijdrage ${code}`, iban });
    const path = (
      await read(
        { cents: euros(7), on, text: 'nog wat', iban },
        { cents: euros(8), on, text: `nog wat ${code}`, iban: ourAccount },
        { cents: euros(9), on, text: 'iets anders', iban: ourAccount },
      )
    ).replace(/\?.*/, '');
    const forms = (await at(path, 'controller')).html.split('class="wk-match"').slice(1);
    const offers = forms.map((form) => form.includes(`receipt:${sourceId}`));
    expect(offers.filter(Boolean)).toHaveLength(2);
    const [line] = await db().select().from(bankLine).where(eq(bankLine.text, 'nog wat'));
    const booked = await at(path, 'controller', { lineId: line?.id ?? '', money: `receipt:${sourceId}` });
    expect(booked.to).toContain('gedaan=matched');
    expect((await at(path, 'controller')).text).toContain(`Meer dan ${name} had toegezegd: apart gezet`);
  });

  test('with a line that another told already: says where, and asks whether it is double or why not', async () => {
    const [grant] = await waitingGrants(site.database, world.office, 1);
    const sourceId = grant?.sourceIds[1] ?? '';
    const [{ code } = { code: '' }] = await db().select().from(source).where(eq(source.id, sourceId));
    const line = { cents: euros(2), on, text: `deel ${code}` };
    await read(line, line);
    const path = (await read(line, line)).replace(/\?.*/, '');
    const seen = await at(path, 'controller');
    expect(seen.text).toMatch(/Lijkt dubbel Staat al op afschrift \S+ , geboekt als boeking \d+/);
    const rows = await db()
      .select()
      .from(bankLine)
      .where(eq(bankLine.statementId, path.split('/').at(-1) ?? ''));
    const [first = '', second = ''] = rows.map(({ id }) => id);
    const money = `receipt:${sourceId}`;
    const bare = await at(path, 'controller', { lineId: first, money });
    expect([bare.status, bare.html.includes(`href="#waarom-${first}"`)]).toEqual([400, true]);
    expect((await at(path, 'controller', { lineId: first, money: 'double' })).to).toContain('gedaan=doubled');
    const reason = 'Zij betaalden twee keer.';
    expect((await at(path, 'controller', { lineId: second, money, reason })).to).toContain('gedaan=matched');
    const after = await at(`${path}?gedaan=doubled`, 'controller');
    expect(after.text).toContain('De regel is dubbel. Er is niets geboekt.');
    expect(after.text).toContain('Dubbel: niet geboekt');
  });

  test('that does not follow on the last one, and other accounts: said on import, in the list and on its page', async () => {
    const whole = (id: string, day: string, opening: number) => ({
      ...{ id, lines: [], days: [day, day] as const, opening: euros(opening) },
    });
    const other = camtOf(whole('X-1', '2026-05-02', 5)).replace(/^[^]*?(<Stmt>[^]*<\/Stmt>)[^]*$/, '$1');
    const file = camtOf(whole('F-2', '2026-05-04', 9)).replace(
      '</Stmt>',
      () => `</Stmt>${other.replace(ourAccount, 'NL02BNGH0285000000')}`,
    );
    await at(upload, 'controller', form(camtOf(whole('F-1', '2026-05-01', 5))));
    const sent = await at(upload, 'controller', form(file));
    await runMoneyTasks({ ...world.office.controller, ownIban: ourAccount });
    const told = 'Er mist een afschrift: afschrift F-1 eindigt op € 5 en dit begint met € 9.';
    // The site itself may have begun with the task.
    await expect.poll(async () => (await at(sent.to, 'controller')).text).toContain(told);
    const task = await at(sent.to, 'controller');
    expect(task.text).toContain('In dit bestand staat ook rekening NL02BNGH0285000000.');
    const list = await at(upload, 'controller');
    expect(list.text).toContain('Mist iets na F-1');
    const href = /\/gemeente\/afschriften\/[-0-9a-f]{36}/.exec(
      list.html.slice(list.html.indexOf('F-2') - 200),
    )?.[0];
    expect((await at(href ?? '', 'controller')).text).toContain(told);
    const missing = {
      ...whole('F-1b', '2026-05-02', 5),
      lines: [{ cents: euros(4), on, text: 'kwam later' }],
    };
    await at(upload, 'controller', form(camtOf(missing)));
    await runMoneyTasks(world.office.controller);
    await expect.poll(async () => (await at(href ?? '', 'controller')).text).not.toContain(told);
  });

  test('is refused at its field, with its line', async () => {
    const good = camtOf(statement({ cents: euros(1), on, text: 'x' }));
    const cases: [string, BlobPart, string][] = [
      ['nothing chosen', '', 'Vul dit in.'],
      ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), 'Dit is een zip-bestand. Pak het uit'],
      ['another format', ':20:1\r\n:25:NL71VIER0123456789', 'Dit is MT940. Vraag je bank om CAMT.053.'],
      [
        'no text',
        new Uint8Array([0x3c, 0x61, 0x3e, 0x0a, 0xff]),
        'Regel 2: hier staat een teken dat we niet',
      ],
      ['no statement', '<a/>', 'dit is geen bankafschrift'],
      ['cut off', good.slice(0, 400), 'het bestand is beschadigd of niet compleet'],
      ['another sum', good.replace('1000001.00', '1000002.00'), 'samen niet het eindsaldo'],
      ['a wrong date', good.replace(on, '2026-02-30'), 'Regel 10: de datum ontbreekt of klopt niet.'],
      ['a little too large', good.padEnd(4 * 1024 * 1024 + 10), 'Het mag hoogstens 4 MB zijn.'],
    ];
    for (const [what, content, message] of cases) {
      const answer = await at(upload, 'controller', form(content));
      expect([what, answer.status, answer.text.includes(message)]).toEqual([what, 400, true]);
      expect(answer.html, what).toContain('id="file-error"');
    }
    expect((await at(upload, 'controller', { file: 'geen bestand' })).status).toBe(400);
    await at(upload, 'controller', form(good));
    const again = await at(upload, 'controller', form(good));
    expect([again.status, again.text.includes('Dit bestand is al ingelezen.')]).toEqual([409, true]);
  });

  test('much too large is refused before it is read, and files go nowhere else', async () => {
    const huge = await at(upload, 'controller', form('x'.repeat(5 * 1024 * 1024)));
    expect([huge.status, huge.text.includes('Het mag hoogstens 4 MB zijn.')]).toEqual([413, true]);
    for (const path of [list, `${upload}/x`, '/aanmelden', `${upload}.data`]) {
      expect((await at(path, 'controller', form('x'))).status, path).toBe(415);
    }
    const large = { file: 'x'.repeat(300 * 1024) };
    expect((await at(upload, 'controller', large)).status).toBe(413);
  });
});

describe('long work', () => {
  let number = 0;
  async function task(end: { refusal: string; detail: object } | null, progress?: [number, number]) {
    const id = randomUUID();
    const year = { kind: 'yearEnd' as const, year: 2025, previewHash: 'a'.repeat(64) };
    const asked = { id, askedBy: world.office.controller.actor.personId ?? '', askedAt: now };
    await site.database.owner.db.transaction(async (tx) => {
      const { askedBy: by, askedAt: at } = asked;
      const of = { preparedBy: world.office.payer.actor.personId ?? '' };
      const { previewHash } = year;
      number += 1;
      await tx
        .insert(yearEndPreparation)
        .values({ ...of, id, year: 2025, number, previewHash, preparedAt: at });
      await tx.insert(yearEndVerdict).values({ ...of, preparationId: id, verdict: 'confirmed', by, at });
      await tx.insert(moneyTask).values({ ...asked, ...year });
      if (progress)
        await tx.execute(
          sql`insert into money_task_progress values (${id}, ${progress[0]}, ${progress[1]}, now())`,
        );
      const { refusal = null, detail = {} } = end ?? {};
      if (end)
        await tx.execute(
          sql`insert into money_task_end values (${id}, ${refusal}, ${JSON.stringify(detail)}, now())`,
        );
    });
    return { id, path: `/gemeente/taken/${id}` };
  }

  test('says how far it is, and asks again without JavaScript', async () => {
    const { id, path } = await task(null, [3, 12]);
    const seen = await at(path, 'payer');
    expect(seen.text).toContain('3 van 12 wijken');
    expect(seen.html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    await site.database.owner.db.execute(sql`insert into money_task_end values (${id}, null, null, now())`);
    expect((await at(path, 'payer')).to).toBe('/gemeente/jaareinde/2025');
  });

  test('says why it was refused and what to do', async () => {
    const detail = { bookedOn: '2025-12-30', cents: '1250' };
    const seen = await at((await task({ refusal: 'periodClosed', detail })).path, 'controller');
    expect(seen.text).toContain(
      'Dit boekjaar is afgesloten. Het gaat om de regel van di 30 december 2025, € 12,50.',
    );
    expect(seen.html).not.toContain('http-equiv="refresh"');
    const changed = await at((await task({ refusal: 'yearChanged', detail: {} })).path, 'controller');
    expect(changed.text).toContain('Er is niets geboekt. Bekijk de nieuwe bedragen');
    expect(changed.html).toContain('href="/gemeente/jaareinde/2025"');
  });
});
