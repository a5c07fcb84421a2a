import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { area, initiative, roleTerm } from '#db/schema';
import { cookiesOf, useSite } from '../support/site';

const it = useSite({ demo: true });
const read = async (path: string, cookie?: string) =>
  (await (await it.get(path, { cookie })).text()).replaceAll('<!-- -->', '');

describe('the money of the city', () => {
  test('has no link on nothing, and links on what there is', async () => {
    const page = await read('/geld');
    expect(page).toContain('€\u00a00,00');
    expect(page).not.toMatch(/<a [^>]*>\s*<span class="wk-figures">€\u00a00(,00)?</);
    expect(page).toMatch(/<a [^>]*maat=budget[^>]*>\s*<span class="wk-figures">€\u00a0[1-9]/);
  });

  test('shows one table, of whole euros; the others are folded', async () => {
    const page = await read('/geld');
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
    const open = main.replaceAll(/<details[\s\S]*?<\/details>/g, '');
    const table = /<table[\s\S]*?<\/table>/.exec(open)?.[0] ?? '';
    expect(open.match(/<table/g)).toHaveLength(1);
    expect(table).toContain('wk-table--short');
    expect(table).not.toMatch(/€\u00a0[\d.]+,\d\d/);
    expect(main.match(/<table/g)?.length).toBeGreaterThan(5);
  });
});

describe('what residents wrote', () => {
  test('is marked as Dutch on an English page alone', async () => {
    const [plan] = await it.database.owner.db
      .select()
      .from(initiative)
      .where(eq(initiative.state, 'gathering'));
    const english = cookiesOf(await it.post('/taal', { body: { locale: 'en', returnTo: '/' } }));
    for (const path of [`/initiatieven/${plan?.number}`, '/initiatieven']) {
      expect(await read(path, english)).toMatch(/<html lang="en"[\s\S]*<main[\s\S]*<span lang="nl">/);
      expect(await read(path)).not.toContain('<span lang="nl">');
    }
    const page = await read(`/initiatieven/${plan?.number}`, english);
    expect(page).toContain(`<span lang="nl">${plan?.title}</span></h1>`);
  });
});

describe('the desk of the gemeente', () => {
  test('with many wijken is a short table, who gave out most first, without a chart', async () => {
    const { db } = it.database.owner;
    const [controller] = await db.select().from(roleTerm).where(eq(roleTerm.role, 'controller'));
    const cookie = await it.signInAs(controller?.personId ?? '', 'strong');
    expect(await read('/gemeente', cookie)).toContain('wk-chart__bars');
    const [wijk] = await db.select().from(area).where(eq(area.slug, 'parkwijk'));
    if (!wijk) throw new Error('no wijk');
    await db.insert(area).values(
      Array.from({ length: 27 }, (_, index) => ({
        ...{ id: randomUUID(), kind: 'wijk' as const, slug: `wijk-${index}`, name: `Wijk ${index}` },
        ...{ parentId: wijk.parentId, validFrom: wijk.validFrom },
      })),
    );
    const page = await read('/gemeente', cookie);
    expect(page).not.toContain('wk-chart__bars');
    const table = /<table class="[^"]*wk-table--short[\s\S]*?<\/table>/.exec(page)?.[0] ?? '';
    expect(table.match(/<tr/g)).toHaveLength(35);
    expect(table.indexOf('Parkwijk')).toBeLessThan(table.indexOf('Wijk 0'));
  });
});
