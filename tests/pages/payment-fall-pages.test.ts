import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { roleTerm } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { bytesOf, camtOf } from '../support/camt';
import { officer } from '../support/grant-world';
import { confirmed } from '../support/payee';
import { usePaymentPages } from '../support/payment-pages';
import { type Grant, listed, ordered, paid, waitingGrants } from '../support/payment-world';

const world = usePaymentPages();
const { site, cookies, at, list, page } = world;
const changed = { iban: 'NL20INGB0001234567', name: 'Stichting Straatfeest' };

async function waiting(): Promise<Grant> {
  const [grant] = await waitingGrants(site.database, world.office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
}

describe('an approved list whose account changes', () => {
  test('has no file for the bank any more, says what to do, and is withdrawn by a controller', async () => {
    const grant = await waiting();
    const { number } = await ordered(world.office, [grant]);
    const file = `${page(number)}/bank.xml`;
    expect((await at(file, 'payer')).status).toBe(200);
    await setPayee(world.office.payer, { number: grant.number, ...changed });
    const refusedFile = await at(file, 'payer');
    expect([refusedFile.status, refusedFile.html.includes('NL91ABNA')]).toEqual([409, false]);
    expect(refusedFile.text).toContain('De goedkeuring van deze lijst is vervallen.');
    expect((await at(list, 'payer')).text).toContain('Goedkeuring vervallen');

    const shown = await at(page(number), 'payer');
    expect(shown.text).toContain('De rekening is veranderd.');
    expect(shown.text).toContain('Intrekken doet een controller.');
    expect(shown.html).not.toContain('bank.xml');
    const path = `${page(number)}/intrekken`;
    expect((await at(path, 'payer')).to).toBe(page(number));
    expect((await at(page(number), 'controller')).html).toContain(`href="${path}"`);
    expect((await at(path, 'controller')).text).toContain(
      'Doe dit alleen als de bank deze lijst niet meer betaalt.',
    );
    const done = await at(path, 'controller', { reason: 'Een ander rekeningnummer.' });
    expect(done.to).toBe(`${page(number)}?gedaan=withdrawn`);
    const after = await at(done.to, 'controller');
    expect(after.text).toContain('Ingetrokken na goedkeuring');
    expect(after.text).toContain('Teruggedraaid');
    expect((await at(file, 'payer')).status).toBe(409);
  });
});

test('whoever recorded an account on a list reads why they cannot approve it', async () => {
  const grant = await waiting();
  const { personId, ...two } = await officer(site.database, 'payer');
  const term = { id: randomUUID(), personId, role: 'controller' as const };
  await site.database.owner.db.insert(roleTerm).values({ ...term, validFrom: calendarDate('2020-01-01') });
  await setPayee(two, { number: grant.number, ...changed });
  await confirmed(world.office.controller, grant.number);
  const number = await listed(world.office, [grant]);
  cookies.two = await site.signInAs(personId, 'strong');
  const seen = await at(page(number), 'two');
  expect(seen.text).toContain('Je hebt een rekeningnummer op deze lijst zelf vastgelegd.');
  expect(seen.text).not.toContain('Keur de betaallijst goed');
  const forced = await at(page(number), 'two', {});
  expect([forced.status, forced.text.includes('Iemand anders moet de lijst goedkeuren.')]).toEqual([
    403,
    true,
  ]);
});

describe('a payment that came back', () => {
  test('says when and why where it waits, on its list and with the grant, and is not ticked beforehand', async () => {
    const grant = await waiting();
    const { number, lines } = await paid(world.office, [grant]);
    const [line] = lines;
    if (!line) throw new Error('no line');
    const { cents, endToEndId } = line;
    const movement = { cents, endToEndId, on: '2026-05-29', reason: 'AC04' };
    await askStatement(
      world.office.controller,
      bytesOf(camtOf({ id: randomUUID().slice(0, 18), lines: [movement] })),
    );
    await runMoneyTasks(world.office.controller);
    const why = 'Het geld kwam terug op vr 29 mei 2026. De rekening is opgeheven.';
    const grantPage = `/gemeente/toekenningen/${grant.number}`;
    // The site works through its queue as well; whoever came first is at it.
    await vi.waitFor(async () => expect((await at(page(number), 'payer')).text).toContain(why), 10_000);
    for (const path of [list, grantPage]) {
      expect((await at(path, 'payer')).text, path).toContain(`${why} Kijk eerst het rekeningnummer na.`);
    }
    const box = async () =>
      new RegExp(`<input[^>]*value="${grant.initiativeId}"[^>]*>`).exec((await at(list, 'payer')).html)?.[0];
    expect(await box()).not.toContain('checked');

    await setPayee(world.office.payer, { number: grant.number, ...changed });
    expect((await at(list, 'controller')).text).toContain(`${why} Het rekeningnummer is daarna gewijzigd.`);
    await confirmed(world.office.controller, grant.number);
    expect(await box()).toContain('checked');
  });
});
