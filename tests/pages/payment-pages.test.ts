import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { beforeEach, describe, expect, test } from 'vitest';
import { batchByNumber } from '#db/reads/payments/batch';
import { bankStatement, moneyTask, roleTerm } from '#db/schema';
import { addDays, calendarDate } from '~/domain/calendar';
import { decimalOf } from '~/domain/money/decimal';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { officer } from '../support/grant-world';
import { changeSettings, firstSettings } from '../support/settings';
import {
  advanceTo,
  decideAndGrant,
  euros,
  makeItems,
  makeWijk,
  pledged,
  today,
} from '../support/money-world';
import {
  advanced,
  type Grant,
  linesOf,
  listed,
  ordered,
  payee,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { usePaymentPages } from '../support/payment-pages';

const world = usePaymentPages();
const { site, cookies, db, at, list, page } = world;

const choosing = (grants: readonly Grant[], executeOn: string): [string, string][] => [
  ...grants.map(({ initiativeId }): [string, string] => ['initiativeIds', initiativeId]),
  ['executeOn', executeOn],
];

describe('what waits for payment', () => {
  let grants: Grant[];
  beforeEach(async () => {
    grants = await waitingGrants(site.database, world.office, 2);
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
    await pledged(world.office.controller, wijk.areaId, [euros(500)]);
    const [item] = await makeItems(site.database.owner.db, wijk, [euros(400)]);
    if (!item) throw new Error('no item');
    await decideAndGrant(world.office.controller, item);
    await advanceTo(world.office.controller, item, euros(100));
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
    const grants = await waitingGrants(site.database, world.office, 2);
    const number = await listed(world.office, grants);
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
    const { number } = await ordered(world.office, await waitingGrants(site.database, world.office, 1));
    await changeSettings(site.database, { bank: null });
    const seen = await at(page(number), 'controller');
    expect((await at(`${page(number)}/bank.xml`, 'controller')).status).toBe(404);
    await changeSettings(site.database, { bank: firstSettings.bank });
    expect(seen.text).toContain('Vraag de beheerder om de rekening in te vullen');
    expect(seen.html).not.toContain('bank.xml');
  });

  test('tells its maker why not, whatever roles', async () => {
    const { personId, ...payer } = await officer(site.database, 'payer');
    const term = { id: randomUUID(), personId, role: 'controller' as const };
    await site.database.owner.db.insert(roleTerm).values({ ...term, validFrom: calendarDate('2020-01-01') });
    cookies.both = await site.signInAs(personId, 'strong');
    const number = await listed(
      { ...world.office, payer },
      await waitingGrants(site.database, world.office, 1),
    );
    const seen = await at(page(number), 'both');
    expect(seen.text).toContain('Je hebt deze lijst zelf gemaakt. Daarom kun je hem niet goedkeuren');
    expect(seen.text).not.toContain('Keur de betaallijst goed');
    const forced = await at(page(number), 'both', {});
    expect([forced.status, forced.text.includes('Nu is iemand anders aan de beurt.')]).toEqual([403, true]);
  });

  test('that is out of date says what to do', async () => {
    const [grant] = await waitingGrants(site.database, world.office, 1);
    if (!grant) throw new Error('no grant');
    const number = await listed(world.office, [grant]);
    await setPayee(world.office.payer, { number: grant.number, ...payee, name: 'Iemand anders' });
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
    const [grant] = await waitingGrants(site.database, world.office, 1);
    if (!grant) throw new Error('no grant');
    const number = await listed(world.office, [grant]);
    const path = `${page(number)}/intrekken`;
    const bare = await at(path, 'payer', { reason: ' ' });
    expect([bare.status, bare.text.includes('Vul dit in.')]).toEqual([400, true]);
    const done = await at(path, 'payer', { reason: 'Er staat een fout in.' });
    expect(done.to).toBe(`${page(number)}?gedaan=withdrawn`);
    expect((await at(done.to, 'payer')).text).toContain('Er staat een fout in.');
    expect((await at(path, 'payer')).to).toBe(page(number));
    expect(await waits(db(), grant)).toBe(advanced);
    await expect(
      withdrawBatch(world.office.payer, { number, reason: 'Nog eens dan.' }),
    ).rejects.toMatchObject({
      code: 'alreadyDone',
    });
    expect(await batchByNumber(db(), number)).toMatchObject({ verdict: 'withdrawn' });
  });
});

test('nobody else gets in', async () => {
  const { number } = await ordered(world.office, await waitingGrants(site.database, world.office, 1));
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
