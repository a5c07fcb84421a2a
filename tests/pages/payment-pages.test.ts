import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { batchByNumber } from '#db/reads/payments/batch';
import { bankLine, bankStatement, moneyTask, roleTerm, source } from '#db/schema';
import { addDays, calendarDate } from '~/domain/calendar';
import { negate } from '~/domain/money/cents';
import { decimalOf } from '~/domain/money/decimal';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { camtOf, type Movement } from '../support/camt';
import { expectCoherent } from '../support/checks';
import { officer } from '../support/grant-world';
import {
  advanceTo,
  decideAndGrant,
  euros,
  makeItems,
  makeWijk,
  now,
  pledged,
  today,
} from '../support/money-world';
import {
  advanced,
  type Grant,
  linesOf,
  listed,
  makeOffice,
  type Office,
  paid,
  payee,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

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
async function at(path: string, who: string, body?: Record<string, string> | [string, string][] | FormData) {
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

const choosing = (grants: readonly Grant[], executeOn: string): [string, string][] => [
  ...grants.map(({ initiativeId }): [string, string] => ['initiativeIds', initiativeId]),
  ['executeOn', executeOn],
];
const list = '/gemeente/betalingen';
const page = (number: number) => `${list}/${number}`;

describe('what waits for payment', () => {
  let grants: Grant[];
  beforeEach(async () => {
    grants = await waitingGrants(site.database, office, 2);
  });

  test('is chosen by default, and goes on one list however often it is sent', async () => {
    const seen = await at(list, 'payer');
    for (const { initiativeId } of grants) {
      const box = new RegExp(`<input[^>]*value="${initiativeId}"[^>]*>`).exec(seen.html)?.[0];
      expect(box).toContain('checked');
    }
    expect(seen.text).toContain('Stichting Straatfeest NL91 ABNA 0417 1643 00');
    expect(seen.html).toMatch(new RegExp(`name="executeOn"[^>]*value="${today}"`));
    const sent = await Promise.all([1, 2, 3].map(() => at(list, 'payer', choosing(grants, today))));
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
    const made = sent.find(({ status }) => status === 303);
    expect((await at(made?.to ?? '', 'payer')).text).toContain('De betaallijst is gemaakt.');
    expect((await at(list, 'payer')).html).not.toContain(grants[0]?.initiativeId);
  });

  test('is refused at its field, and what was ticked stays ticked', async () => {
    const none = await at(list, 'payer', choosing([], today));
    expect([none.status, none.text.includes('Kies minstens één betaling die nog wacht.')]).toEqual([
      400,
      true,
    ]);
    const [first] = grants;
    const early = await at(list, 'payer', choosing(grants.slice(0, 1), addDays(today, -1)));
    expect([early.status, early.text.includes('Kies een datum van')]).toEqual([400, true]);
    const boxes = [...early.html.matchAll(/<input[^>]*name="initiativeIds"[^>]*>/g)].map(([box]) => box);
    const ticked = boxes.filter((box) => box.includes('checked'));
    expect(ticked).toHaveLength(1);
    expect(ticked[0]).toContain(first?.initiativeId);
    const odd = await at(list, 'payer', { initiativeIds: 'x', executeOn: 'gisteren' });
    expect(odd.status).toBe(400);
  });

  test('without an account number it cannot be chosen, and says what to do', async () => {
    const wijk = await makeWijk(site.database.owner.db);
    await pledged(office.controller, wijk.areaId, [euros(500)]);
    const [item] = await makeItems(site.database.owner.db, wijk, [euros(400)]);
    if (!item) throw new Error('no item');
    await decideAndGrant(office.controller, item);
    await advanceTo(office.controller, item, euros(100));
    const seen = await at(list, 'payer');
    expect(seen.text).toContain('Nog geen rekeningnummer Vraag het aan de aanvrager. Leg het vast');
    expect(seen.html).not.toContain(`value="${item.initiativeId}"`);
    const forced = await at(list, 'payer', [
      ['initiativeIds', item.initiativeId],
      ['executeOn', today],
    ]);
    expect([forced.status, forced.text.includes('We weten nog niet naar welke rekening')]).toEqual([
      409,
      true,
    ]);
    const controller = await at(list, 'controller');
    expect(controller.text).toContain('Nog geen rekeningnummer');
    expect(controller.text).not.toContain('Leg het vast');
  });
});

describe('a payment list', () => {
  test('is approved by somebody else, once, and then has a file for the bank', async () => {
    const grants = await waitingGrants(site.database, office, 2);
    const number = await listed(office, grants);
    const file = `${page(number)}/bank.xml`;
    expect((await at(list, 'controller')).text).toContain(`Betaallijst ${number}: € 600`);
    expect((await at(file, 'controller')).status).toBe(404);
    expect((await at(page(number), 'payer')).text).not.toContain('Keur de betaallijst goed');
    const asked = await at(page(number), 'controller');
    expect(asked.text).toContain('Je keurt goed dat € 600 naar 2 rekeningen gaat.');
    expect((await at(page(number), 'payer', {})).status).toBe(403);
    const sent = await Promise.all([1, 2].map(() => at(page(number), 'controller', {})));
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(sent.find(({ status }) => status === 409)?.text).toContain('Dit is al gedaan.');
    expect((await at(page(number), 'payer')).text).toContain('Haal het bestand voor de bank op');
    const xml = new XMLParser({ parseTagValue: false }).parse((await at(file, 'payer')).html);
    const { GrpHdr, PmtInf } = xml.Document.CstmrCdtTrfInitn;
    expect(GrpHdr).toMatchObject({ NbOfTxs: '2', CtrlSum: '600.00' });
    expect(PmtInf.DbtrAcct.Id.IBAN).toBe('NL71VIER0123456789');
    const transfers = PmtInf.CdtTrfTxInf as { PmtId: { EndToEndId: string }; Amt: { InstdAmt: string } }[];
    const lines = await linesOf(db(), number);
    expect(transfers.map(({ PmtId, Amt }) => [PmtId.EndToEndId, Amt.InstdAmt])).toEqual(
      lines.map((line) => [line.endToEndId, decimalOf(line.cents)]),
    );
  });

  test('asks for the settings it lacks', async () => {
    const { number } = await paid(office, await waitingGrants(site.database, office, 1));
    const { bank } = site.site.config;
    site.site.config.bank = null;
    const seen = await at(page(number), 'controller');
    expect((await at(`${page(number)}/bank.xml`, 'controller')).status).toBe(404);
    site.site.config.bank = bank;
    expect(seen.text).toContain('BANK_IBAN en BANK_NAME');
    expect(seen.html).not.toContain('bank.xml');
  });

  test('tells its maker why not, whatever roles', async () => {
    const { personId, ...payer } = await officer(site.database, 'payer');
    const term = { id: randomUUID(), personId, role: 'controller' as const };
    await site.database.owner.db.insert(roleTerm).values({ ...term, validFrom: calendarDate('2020-01-01') });
    cookies.both = await site.signInAs(personId, 'strong');
    const number = await listed({ ...office, payer }, await waitingGrants(site.database, office, 1));
    const seen = await at(page(number), 'both');
    expect(seen.text).toContain('Je hebt deze lijst zelf gemaakt. Daarom kun je hem niet goedkeuren');
    expect(seen.text).not.toContain('Keur de betaallijst goed');
    const forced = await at(page(number), 'both', {});
    expect([forced.status, forced.text.includes('Iemand anders moet hem goedkeuren.')]).toEqual([403, true]);
  });

  test('that is out of date says what to do', async () => {
    const [grant] = await waitingGrants(site.database, office, 1);
    if (!grant) throw new Error('no grant');
    const number = await listed(office, [grant]);
    await setPayee(office.payer, { number: grant.number, ...payee, name: 'Iemand anders' });
    const seen = await at(page(number), 'controller');
    expect(seen.text).toContain('Deze lijst klopt niet meer');
    expect(seen.text).toContain('De rekening is veranderd.');
    expect(seen.text).not.toContain('Keur de betaallijst goed');
    const forced = await at(page(number), 'controller', {});
    expect([forced.status, forced.text.includes('Neem de lijst terug en maak een nieuwe.')]).toEqual([
      409,
      true,
    ]);
  });

  test('is withdrawn with a reason', async () => {
    const [grant] = await waitingGrants(site.database, office, 1);
    if (!grant) throw new Error('no grant');
    const number = await listed(office, [grant]);
    const path = `${page(number)}/intrekken`;
    const bare = await at(path, 'payer', { reason: ' ' });
    expect([bare.status, bare.text.includes('Vul dit in.')]).toEqual([400, true]);
    const done = await at(path, 'payer', { reason: 'Er staat een fout in.' });
    expect(done.to).toBe(`${page(number)}?gedaan=withdrawn`);
    expect((await at(done.to, 'payer')).text).toContain('Er staat een fout in.');
    expect((await at(path, 'payer')).to).toBe(page(number));
    expect(await waits(db(), grant)).toBe(advanced);
    await expect(withdrawBatch(office.payer, { number, reason: 'Nog eens dan.' })).rejects.toMatchObject({
      code: 'alreadyDone',
    });
    expect(await batchByNumber(db(), number)).toMatchObject({ verdict: 'withdrawn' });
  });
});

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
    await runMoneyTasks(office.controller);
    for (;;) {
      const shown = await at(sent.to, 'controller');
      if (shown.status === 303) return shown.to;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('is handed in, read, and shown with what each line is', async () => {
    const [grant] = await waitingGrants(site.database, office, 1);
    const { number, lines } = await paid(office, grant ? [grant] : []);
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
    expect(seen.text).toContain(`Betaling aangekomen Straatfeest, betaallijst ${number} Bekijk de boeking`);
    expect(seen.text).toContain('Betaling teruggekomen: teruggedraaid');
    expect(seen.text).toContain(`Ontvangst van ${name} Bekijk de boeking`);
    expect(seen.text).toContain('5 regels. 2 daarvan kennen we nog niet.');
    expect(seen.text).toContain('Vraag na wie dit betaalde.');
    expect(seen.html.match(/<form[^>]*class="wk-match"/g)).toHaveLength(1);
    const open = await at(path.replace(/\?.*/, '?open=1'), 'payer');
    expect(open.text).toContain('fooi');
    expect(open.text).not.toContain(`bijdrage ${code}`);
    expect(open.html).not.toContain('class="wk-match" method');
    expect((await at(page(number), 'payer')).text).toContain('Teruggekomen');
    expect((await at(list, 'payer')).text).toContain('0 van 1 aangekomen 1 teruggekomen');
  });

  test('leaves what nobody knows to a person, once', async () => {
    const wijk = await makeWijk(site.database.owner.db);
    const [small = '', large = ''] = await pledged(office.controller, wijk.areaId, [euros(1), euros(500)]);
    const path = (await read({ cents: euros(70), on, text: 'hallo' })).replace(/\?.*/, '');
    const id = path.split('/').at(-1) ?? '';
    const [line] = await db().select().from(bankLine).where(eq(bankLine.statementId, id));
    const lineId = line?.id ?? '';
    const asked = await at(path, 'controller');
    expect(asked.html).toContain(`receipt:${large}`);
    expect(asked.html).not.toContain(`receipt:${small}`);
    for (const money of [
      '',
      `receipt:${small}`,
      `receipt:${randomUUID()}`,
      `payment:${large}`,
      `clawback:${large}`,
    ]) {
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

  test('is refused at its field, with its line', async () => {
    const good = camtOf(statement({ cents: euros(1), on, text: 'x' }));
    const cases: [string, BlobPart, string][] = [
      ['nothing chosen', '', 'Vul dit in.'],
      ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), 'Is het een zip?'],
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
  async function task(end: { refusal: string; detail: object } | null, progress?: [number, number]) {
    const id = randomUUID();
    const year = { kind: 'yearEnd' as const, year: 2025, previewHash: 'a'.repeat(64) };
    const asked = { id, askedBy: office.controller.actor.personId ?? '', askedAt: now };
    await site.database.owner.db.transaction(async (tx) => {
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

test('nobody else gets in', async () => {
  const { number } = await paid(office, await waitingGrants(site.database, office, 1));
  const [row] = await db().select().from(bankStatement).limit(1);
  const [asked] = await db().select().from(moneyTask).limit(1);
  const paths = [
    list,
    page(number),
    `${page(number)}/intrekken`,
    `${page(number)}/bank.xml`,
    '/gemeente/afschriften',
    `/gemeente/afschriften/${row?.id}`,
    `/gemeente/taken/${asked?.id}`,
  ];
  for (const path of paths) {
    for (const who of ['manager', 'resident'])
      expect((await at(path, who)).status, `${who} ${path}`).toBe(403);
    expect((await at(path, 'nobody')).status, path).toBe(303);
  }
  const missing = [
    page(999_999),
    `${list}/x`,
    `/gemeente/afschriften/${randomUUID()}`,
    '/gemeente/afschriften/x',
  ];
  for (const path of [...missing, `/gemeente/taken/${randomUUID()}`, '/gemeente/taken/x']) {
    expect((await at(path, 'controller')).status, path).toBe(404);
  }
});
