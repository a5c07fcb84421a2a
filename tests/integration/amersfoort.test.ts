import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as t from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { divideYearly } from '~/domain/money/allocate';
import { cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { builtProgram } from '../support/build';
import { expectCoherent } from '../support/checks';
import { makeCouncil, newPeople, type Council } from '../support/council-world';
import { sharedFile } from '../support/shared';
import { useSite } from '../support/site';

const file = sharedFile('data/cbs-wijken-2024/amersfoort.geojson');
const total = cents(25_000_000);
const asked = cents(123_456);
const full = (amount: bigint) => formatEuros(cents(amount), 'nl', 'full');
/** What stands in a page to read: the text of its markup, spaces as one. */
const textOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/&nbsp;|\s+/g, ' ');
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe.skipIf(!file)(
  'Amersfoort: 33 real wijken, € 250.000, one initiative (skipped where ../shared is absent)',
  () => {
    const site = useSite({ mails: true });
    let controller = '';
    let council: Council;
    let chair = '';
    let share = 0n;
    let number = '';

    const cli = (...args: string[]) =>
      spawnSync(process.execPath, [builtProgram('cli.js'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: site.database.url },
      });
    const send = async (path: string, body: Record<string, string>, cookie: string) => {
      const answer = await site.post(path, { body, cookie });
      expect(answer.status, `${path}: ${answer.status < 400 ? '' : await textOf(answer)}`).toBe(303);
      return answer.headers.get('location') ?? '';
    };
    const read = async (path: string, cookie = '') => {
      const answer = await site.get(path, { cookie });
      expect(answer.status, path).toBe(200);
      return textOf(answer);
    };

    beforeAll(() => site.setNow(new Date('2026-06-01T10:00:00Z')));
    afterAll(() => expectCoherent(site.database.owner.db));

    test('the wijken come in with one command, twice without a change', () => {
      const first = cli('import', 'wijken', file ?? '');
      expect(first.stderr + first.stdout).toMatch(/33/);
      expect(first.status).toBe(0);
      expect(cli('import', 'wijken', file ?? '').status).toBe(0);
    });

    test('the controller divides € 250.000 over them, exact to the cent', async () => {
      const owner = site.database.owner.db;
      [controller = ''] = await newPeople(owner, 1);
      const validFrom = calendarDate('2020-01-01');
      await owner
        .insert(t.roleTerm)
        .values({ id: randomUUID(), personId: controller, role: 'controller', validFrom });
      const cookie = await site.signInAs(controller, 'strong');
      const form = {
        name: 'Wijkbudget',
        kolom: 'leefbaarheid',
        funder: 'Gemeente',
        year: '2026',
        totalCents: '250.000',
        footCents: '1.000',
      };
      const preview = await send('/gemeente/bronnen', form, cookie);
      expect(await read(preview, cookie)).toContain(plain(full(total)));
      const key = randomUUID();
      await send('/gemeente/bronnen/verdelen', { ...form, key }, cookie);
      await send('/gemeente/bronnen/verdelen', { ...form, key }, cookie);
      const parts = await owner.execute<{ name: string; inhabitants: number; cents: string }>(sql`
      select area.name, cbs_area.inhabitants, -sum(balance.cents) as cents
      from balance join account on account.id = balance.account_id and account.kind = 'available'
      join pool on pool.id = account.pool_id join area on area.id = pool.area_id
      join area_cbs on area_cbs.area_id = area.id
      join cbs_area on cbs_area.code = area_cbs.code and cbs_area.year = area_cbs.year
      group by area.name, cbs_area.inhabitants, cbs_area.code order by cbs_area.code`);
      expect(parts.reduce((sum, part) => sum + BigInt(part.cents), 0n)).toBe(total);
      const expected = divideYearly(
        total,
        cents(100_000),
        parts.map(({ inhabitants }) => BigInt(inhabitants)),
      );
      expect(parts.map((part) => BigInt(part.cents))).toEqual(expected);
      share = BigInt(parts.find(({ name }) => name === 'Soesterkwartier')?.cents ?? 0);
      expect(share).toBeGreaterThan(100_000n);
    });

    test('an idea from Soesterkwartier goes its whole way', async () => {
      const owner = site.database.owner.db;
      const [area] = await owner.select().from(t.area).where(eq(t.area.name, 'Soesterkwartier'));
      if (!area) throw new Error('no Soesterkwartier');
      council = await makeCouncil(site.database, { areaId: area.id, seats: 5 });
      await scheme(area.id);
      const [applicant = '', ...neighbours] = await newPeople(owner, 4, area.id);
      await owner
        .update(t.person)
        .set({ bornOn: calendarDate('1980-02-03') })
        .where(eq(t.person.id, applicant));
      const applied = await site.signInAs(applicant, 'code');
      const start = await send(
        '/initiatieven/nieuw',
        { areaId: area.id, title: 'Bankjes langs het spoor' },
        applied,
      );
      number = /initiatieven\/(\d+)/.exec(start)?.[1] ?? '';
      const step = (name: string, body: Record<string, string>) =>
        send(`/initiatieven/${number}/bewerken/${name}`, body, applied);
      await step('idee', {
        title: 'Bankjes langs het spoor',
        summary: 'Twee bankjes om even te zitten.',
        theme: 'ontmoeten',
      });
      await step('verhaal', {
        story: 'Wie slecht loopt, kan onderweg niet rusten.',
        place: 'Groene spoor',
        participants: '40',
      });
      await step('wanneer', { startsOn: '2026-09-01' });
      await step('begroting', {
        'lines[0].description': 'Bankje',
        'lines[0].quantity': '2',
        'lines[0].unitCents': '600',
        'lines[1].description': 'Plaatsen',
        'lines[1].quantity': '1',
        'lines[1].unitCents': '84,56',
        ownCents: '50',
      });
      await step('samen', {});
      await send(`/initiatieven/${number}/bewerken/controleren`, {}, applied);
      for (const neighbour of neighbours) {
        await send(
          `/initiatieven/${number}/steun`,
          { stance: 'for' },
          await site.signInAs(neighbour, 'code'),
        );
      }
      await send(`/initiatieven/${number}/indienen`, {}, applied);
      await councilEvening();
    });

    test('the same cents stand on every page, in the files and in the ledger', async () => {
      // A week went by since the money was divided: that session has ended.
      const cookie = await site.signInAs(controller, 'strong');
      const left = plain(full(share - asked));
      const granted = plain(full(asked));
      const budget = plain(full(share));
      for (const path of ['/wijken/soesterkwartier', '/gemeente', '/wijken/soesterkwartier/boekingen']) {
        const page = await read(path, cookie);
        for (const amount of [budget, granted, left]) expect(page, `${amount} on ${path}`).toContain(amount);
      }
      expect(await read(`/initiatieven/${number}`)).toContain('1.234,56');
      const csv = await (await site.get('/gemeente/uitgaven.csv', { cookie })).text();
      const row = csv.split(/\r?\n/).find((line) => line.includes('Soesterkwartier'));
      const decimal = (amount: bigint) => `${amount / 100n},${String(amount % 100n).padStart(2, '0')}`;
      for (const amount of [share, asked, share - asked]) expect(row).toContain(decimal(amount));
      const [ledger] = await site.database.owner.db.execute(sql`
      select -sum(balance.cents) filter (where account.kind = 'available') as left, -sum(balance.cents) filter (where account.kind = 'committed') as granted
      from balance join account on account.id = account_id join pool on pool.id = pool_id
      join area on area.id = area_id where area.slug = 'soesterkwartier'`);
      expect(BigInt(String(ledger?.left))).toBe(share - asked);
      expect(BigInt(String(ledger?.granted))).toBe(asked);
    });

    test('every invariant still holds, as the command says', () => {
      const { stdout, status } = cli('checks');
      expect(JSON.parse(stdout)).toMatchObject({ violations: 0 });
      expect(status).toBe(0);
    });

    async function scheme(areaId: string): Promise<void> {
      const owner = site.database.owner.db;
      const [schemeId, id] = [randomUUID(), randomUUID()];
      await owner.insert(t.scheme).values({ id: schemeId, name: 'Buurtbudget', legalRegime: 'stichting' });
      await owner.insert(t.schemeArea).values({ schemeId, areaId });
      const since = calendarDate('2020-01-01');
      const weeks = { leadTimeWeeks: 2, decisionWeeks: 8 };
      const rules = {
        maxAmountCents: cents(250_000),
        minAge: 18,
        ownContributionPct: 0,
        advancePct: 80,
        carryOver: true,
        ...weeks,
      };
      await owner
        .insert(t.schemeVersion)
        .values({ id, schemeId, validFrom: since, publishedOn: since, ...rules });
      await owner.insert(t.supportTier).values({ schemeVersionId: id, fromCents: cents(50_000), minFor: 3 });
    }

    async function councilEvening(): Promise<void> {
      const desk = `/raad/${council.slug}/vergaderingen`;
      chair = await site.signInAs(council.members[0]?.personId ?? '', 'strong');
      const plan = { date: '2026-06-08', time: '19:30', place: 'Buurthuis' };
      const meeting = await send(`${desk}/nieuw`, plan, chair);
      await send(meeting, { intent: 'add', number }, chair);
      site.setNow(new Date('2026-06-08T17:30:00Z'));
      chair = await site.signInAs(council.members[0]?.personId ?? '', 'strong');
      const members = council.members.map(({ membershipId }, index) => [`member[${index}]`, membershipId]);
      await send(
        meeting,
        { intent: 'attendance', ...(Object.fromEntries(members) as Record<string, string>) },
        chair,
      );
      await send(meeting, { intent: 'open' }, chair);
      const page = await (await site.get(meeting, { cookie: chair })).text();
      const item = /\/punten\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
      for (const { personId } of council.members) {
        await send(
          `${meeting}/punten/${item}/stem`,
          { choice: 'for' },
          await site.signInAs(personId, 'strong'),
        );
      }
      await send(`${meeting}/punten/${item}/uitslag`, { reasons: 'Past bij het wijkplan.' }, chair);
    }
  },
);
