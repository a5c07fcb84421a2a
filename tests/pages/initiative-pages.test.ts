import { beforeAll, describe, expect, test } from 'vitest';
import { initiativeByNumber } from '#db/reads/initiative/initiative';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { acting, concept } from '../support/initiative-world';
import { useInitiativePages } from '../support/initiative-pages';

const pages = useInitiativePages();
const { site, db, html, stripped } = pages;

const read = (which = pages.number) => initiativeByNumber(db(), which);
const path = (rest = '') => `/initiatieven/${pages.number}${rest}`;
const send = (where: string, body: Record<string, string>, cookie = pages.mine) =>
  site.post(where, { body, cookie });

describe('a concept is hidden', () => {
  const ways = [
    '',
    '/bewerken/idee',
    '/bewerken/begroting',
    '/steun',
    '/reacties',
    '/indienen',
    '/intrekken',
  ];
  test.each(ways)('%s', async (way) => {
    for (const cookie of [pages.neighbours[0], await site.signInAs(pages.world.moderator, 'strong')]) {
      const answers = [
        await site.get(path(way), { cookie }),
        await site.get(`${path(way)}.data`, { cookie }),
      ];
      for (const answer of answers) {
        // Someone without a wijk is first asked for one, whatever the number: that tells nothing.
        const asked = /^\/mijn\/gegevens/.test(answer.headers.get('location') ?? '');
        expect([202, 303, 403, 404]).toContain(answer.status);
        expect(answer.status === 303 ? asked : true).toBe(true);
        expect(await answer.text()).not.toContain('Banken bij het speelveld');
      }
    }
    const visitor = await site.get(path(way));
    expect(await visitor.text()).not.toContain('Banken bij het speelveld');
    expect(visitor.status === 404 || visitor.headers.get('location')?.startsWith('/aanmelden')).toBe(true);
  });

  test('it does not exist for a visitor, as a number that was never given', async () => {
    const [hidden, absent] = [await site.get(path()), await site.get('/initiatieven/999999')];
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    for (const odd of ['0', '-1', '1e3', '9999999999999999', 'x', '1%00', "1'--"]) {
      expect((await site.get(`/initiatieven/${odd}`)).status, odd).toBe(404);
    }
  });

  test('its applicants see it', async () => {
    expect((await site.get(path(), { cookie: pages.mine })).headers.get('location')).toBe(
      path('/bewerken/controleren'),
    );
    expect(await html(path('/bewerken/idee'), pages.mine)).toContain('Banken bij het speelveld');
    expect((await site.get(path('/bewerken/onzin'), { cookie: pages.mine })).status).toBe(404);
  });

  test('a withdrawn concept stays hidden', async () => {
    const gone = await concept(pages.world, db());
    await withdrawInitiative(await acting(db(), pages.world.applicant), gone);
    expect((await site.get(`/initiatieven/${gone}`)).status).toBe(404);
  });
});

describe('the form without JavaScript', () => {
  const to = (step: string) => path(`/bewerken/${step}`);

  test('a step saves and goes on; a wrong field keeps what was typed', async () => {
    const saved = await send(to('idee'), { title: 'Banken', summary: 'Twee banken.', theme: 'groen' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, to('verhaal')]);
    expect(await read()).toMatchObject({ title: 'Banken', summary: 'Twee banken.', theme: 'groen' });
    const wrong = await send(to('idee'), { title: 'x'.repeat(101), summary: 'Bewaar mij', theme: 'niets' });
    const page = await wrong.text();
    expect(wrong.status).toBe(400);
    expect(page).toContain('href="#title"');
    expect(page).toContain('href="#theme"');
    expect(page).toContain('Bewaar mij');
    expect((await read())?.title).toBe('Banken');
  });

  test('a start in the past or years ahead is told with the days that can be, and stays typed', async () => {
    for (const startsOn of ['2025-12-31', '2030-01-01']) {
      const far = await send(to('wanneer'), { startsOn });
      const page = await far.text();
      expect(far.status).toBe(400);
      expect(page).toMatch(
        /Deze datum kan niet\. Kies een datum van \w\w \d+ \w+ 2026 tot en met \w\w \d+ \w+ 2029\./,
      );
      expect(page).toContain(`value="${startsOn}"`);
    }
  });

  test('who it is for is asked, kept, and shown on the review', async () => {
    const answers = { story: 'Samen eten.', place: 'Het plein', participants: '' };
    for (const [targetGroup, saved] of [
      ['senior', 'senior'],
      ['everyone', null],
      ['young', 'young'],
    ] as const) {
      const answer = await site.post(`${to('verhaal')}.data?autosave`, {
        body: { ...answers, targetGroup },
        cookie: pages.mine,
      });
      expect(answer.status).toBe(200);
      expect((await read())?.targetGroup).toBe(saved);
    }
    const wrong = await send(to('verhaal'), { ...answers, targetGroup: 'baby' });
    const page = await wrong.text();
    expect(wrong.status).toBe(400);
    expect(page).toContain('href="#targetGroup"');
    expect((await read())?.targetGroup).toBe('young');
    expect(await html(to('verhaal'), pages.mine)).toMatch(
      /value="young"[^>]*checked|checked[^>]*value="young"/,
    );
    expect(stripped(await html(to('controleren'), pages.mine))).toContain('Voor wieKinderen en jongeren');
  });

  test('one row more is one row more, and nothing is saved by it', async () => {
    const rows = { 'lines[0].description': 'Bank', 'lines[0].quantity': '2', 'lines[0].unitCents': '12,50' };
    const insert = { type: 'insert', payload: { name: 'lines', defaultValue: { quantity: '1' } } };
    const before = (await read())?.lines;
    const more = await send(to('begroting'), { ...rows, ownCents: '5', __intent__: JSON.stringify(insert) });
    const page = await more.text();
    expect(more.status).toBe(200);
    expect(page).toContain('name="lines[1].description"');
    expect(page).toContain('value="12,50"');
    expect(stripped(page)).toContain('€\u00a025,00');
    expect(stripped(page)).toContain('€\u00a020,00');
    expect((await read())?.lines).toEqual(before);
  });

  test('empty rows are left out; half rows are refused at their own field', async () => {
    const row = (n: number, description: string, quantity: string, unit: string) => ({
      [`lines[${n}].description`]: description,
      [`lines[${n}].quantity`]: quantity,
      [`lines[${n}].unitCents`]: unit,
    });
    const body = { ...row(0, '', '1', ''), ...row(1, 'Bank', '4', '500'), ownCents: '200' };
    const saved = await send(to('begroting'), body);
    expect(saved.headers.get('location')).toBe(to('samen'));
    expect(await read()).toMatchObject({ requestedCents: 180_000n, lines: [{ description: 'Bank' }] });
    const half = await send(to('begroting'), { ...body, ...row(2, 'Verf', '', '-3') });
    expect(half.status).toBe(400);
    const page = await half.text();
    expect(page).toContain('href="#lines[2].unitCents"');
    const free = await send(to('begroting'), { ...body, ...row(2, 'Verf', '1', '0') });
    expect(await free.text()).toContain('href="#lines[2].unitCents"');
  });

  test('what breaks a rule is shown once, and then one may go on', async () => {
    const body = {
      'lines[0].description': 'Goud',
      'lines[0].quantity': '1',
      'lines[0].unitCents': '9000',
      ownCents: '900',
    };
    const first = await send(to('begroting'), body);
    expect(first.headers.get('location')).toBe(to('begroting'));
    const page = await html(to('begroting'), pages.mine);
    expect(stripped(page)).toContain('Je vraagt €\u00a08.100. Dit wijkbudget geeft hoogstens €\u00a02.500');
    const action = /action="(\?[^"]*gezien=[^"]*)"/.exec(page)?.[1] ?? /gezien=[a-zA-Z+]*/.exec(page)?.[0];
    expect(action).toContain('aboveMaximum');
    const second = await send(`${to('begroting')}?gezien=aboveMaximum`, body);
    expect(second.headers.get('location')).toBe(to('samen'));
    const refused = await send(to('controleren'), {});
    expect(refused.status).toBe(400);
    expect((await read())?.state).toBe('draft');
    await send(`${to('begroting')}?gezien=aboveMaximum`, {
      ...body,
      'lines[0].unitCents': '2000',
      ownCents: '200',
    });
  });

  test('a save in the background answers its time and stays where it is', async () => {
    const body = { title: 'Banken bij het speelveld', summary: 'Kort.', theme: 'groen' };
    const answer = await site.post(`${to('idee')}.data?autosave`, { body, cookie: pages.mine });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('10.00');
    expect((await read())?.title).toBe('Banken bij het speelveld');
  });

  test('who is asked along is no applicant, and stands in the list with what they said', async () => {
    const known = { 'coApplicants[0]': 'onbekend@voorbeeld.example', 'coApplicants[1]': '' };
    const saved = await send(to('samen'), known);
    expect(saved.headers.get('location')).toBe(to('controleren'));
    const wrong = await send(to('samen'), { 'coApplicants[0]': 'geen adres' });
    expect(wrong.status).toBe(400);
    expect((await read())?.applicants).toHaveLength(1);
    const page = stripped(await html(to('samen'), pages.mine));
    expect(page).toContain('onbekend@voorbeeld.example');
    expect(page).toContain('Wacht op antwoord');
    expect(stripped(await html(to('controleren'), pages.mine))).toContain(
      '1 uitnodiging wacht nog op antwoord',
    );
  });
});

describe('the public page', () => {
  beforeAll(async () => {
    const published = await send(path('/bewerken/controleren'), {});
    expect([published.status, published.headers.get('location')]).toEqual([303, path()]);
  });

  test('shows the plan, and no address, last name or birthday', async () => {
    const page = await html(path());
    expect(page).toContain('Banken bij het speelveld');
    expect(stripped(page)).toContain('Voor wieKinderen en jongeren');
    expect(page).toContain('Sanne');
    expect(page).not.toMatch(/Jansen|@voorbeeld\.example|1980-06-01/);
    expect(page).toContain('property="og:title"');
    expect(page).not.toContain(pages.world.applicant);
  });

  test('support is one form away, changes, and shows numbers alone', async () => {
    const given = await send(path('/steun'), { stance: 'for' }, pages.neighbours[0]);
    expect([given.status, given.headers.get('location')]).toEqual([303, path('#steun')]);
    await send(path('/steun'), { stance: 'against' }, pages.neighbours[1]);
    const page = await html(path());
    expect(stripped(page)).toContain('1 buur is voor en 1 buur is tegen.');
    expect(page).not.toMatch(/\bAda\b|\bBo\b/);
    expect((await send(path('/steun'), {}, pages.neighbours[2])).status).toBe(400);
    expect((await send(path('/steun'), { stance: 'for' }, pages.mine)).status).toBe(403);
    const stranger = await site.signInAs(pages.world.stranger, 'code');
    expect((await send(path('/steun'), { stance: 'for' }, stranger)).status).toBe(403);
  });

  test('a reaction is for everyone only once it is accepted', async () => {
    const secret = 'Nog niet gelezen door de moderator';
    const sent = await send(path('/reacties'), { argument: 'for', body: secret }, pages.neighbours[0]);
    expect(sent.status).toBe(303);
    expect(await html(path(), pages.neighbours[0])).toContain(secret);
    const others = [undefined, pages.neighbours[1], pages.mine];
    for (const cookie of others) {
      expect(await html(path(), cookie)).not.toContain(secret);
      expect(await html(`${path()}.data`, cookie)).not.toContain(secret);
    }
    const moderator = await site.signInAs(pages.world.moderator, 'strong');
    const queue = await html('/beheer/reacties', moderator);
    expect(queue).toContain(secret);
    const commentId = /name="commentId" value="([^"]+)"/.exec(queue)?.[1] ?? '';
    const short = await send('/beheer/reacties', { commentId, verdict: 'refuse', reason: 'nee' }, moderator);
    expect(short.status).toBe(400);
    expect(await short.text()).toContain(`href="#reason-${commentId}"`);
    expect(
      (await send('/beheer/reacties', { commentId, verdict: 'accept' }, pages.neighbours[1])).status,
    ).toBe(403);
    expect((await send('/beheer/reacties', { commentId, verdict: 'accept' }, moderator)).status).toBe(303);
    expect(await html(path())).toContain(secret);
  });

  test('2,001 characters are refused with the text kept', async () => {
    const body = 'lang '.repeat(401).trim();
    const answer = await send(
      path('/reacties'),
      { argument: 'question', body: `${body}!!` },
      pages.neighbours[0],
    );
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('2000');
    expect(page).toContain(body);
  });

  test('submitting asks for enough support, and then shows who decides by when', async () => {
    expect((await send(path('/indienen'), {})).status).toBe(400);
    expect((await send(path('/indienen'), {}, pages.neighbours[0])).status).toBe(404);
    await giveSupport(await acting(db(), pages.world.neighbours[2] ?? ''), pages.number, 'for');
    expect(await html(path(), pages.mine)).toContain(`action="${path('/indienen')}"`);
    expect(await html(path(), pages.neighbours[0])).not.toContain(`action="${path('/indienen')}"`);
    expect((await send(path('/indienen'), {})).headers.get('location')).toBe(path());
    expect(stripped(await html(path()))).toContain('uiterlijk ma 2 maart 2026');
  });

  test('withdrawing shows the reason to everyone', async () => {
    expect((await send(path('/intrekken'), { reason: 'x'.repeat(501) })).status).toBe(400);
    expect((await send(path('/intrekken'), { reason: 'Er kwam een andere plek.' })).status).toBe(303);
    const page = stripped(await html(path()));
    expect(page).toContain('Ingetrokken');
    expect(page).toContain('Er kwam een andere plek.');
    expect(
      (await send(path('/reacties'), { argument: 'for', body: 'Jammer.' }, pages.neighbours[0])).status,
    ).toBe(409);
  });
});
