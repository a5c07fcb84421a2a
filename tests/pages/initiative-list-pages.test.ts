import { describe, expect, test } from 'vitest';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { writeComment } from '~/usecases/initiative/write-comment.server';
import { acting, concept } from '../support/initiative-world';
import { useInitiativePages } from '../support/initiative-pages';

const pages = useInitiativePages();
const { site, db, html, stripped } = pages;

describe('the list', () => {
  test('finds what is public by its words and shows what it filters on', async () => {
    const hidden = await concept(pages.world, db());
    const shown = await concept(pages.world, db());
    await publishInitiative(await acting(db(), pages.world.applicant), shown);
    await writeComment(await acting(db(), pages.world.stranger), shown, {
      argument: 'for',
      body: 'Verborgen.',
    });
    const page = await html('/initiatieven?zoek=bankjes&wijk=hier&thema=groen&van=100');
    expect(page).toContain(`href="/initiatieven/${shown}"`);
    expect(page).not.toContain(`href="/initiatieven/${hidden}"`);
    expect(stripped(page)).toContain('vanaf € 100,00');
    expect(stripped(await html('/initiatieven?zoek=zwembad'))).toContain('Niets gevonden');
    const odd = await html('/initiatieven?van=abc');
    expect(odd).toMatch(/id="van-error"[^]*Vul een bedrag in, bijvoorbeeld 250 of 250,50\.[^]*value="abc"/);
    expect(odd).toContain(`href="/initiatieven/${shown}"`);
  });

  test.each([
    '?zoek=%00%ff&pagina=-1&van=x&tot=%E0%A4%A&stand=__proto__',
    '?zoek=%27;select%20pg_sleep(9)--&wijk=%27%20or%20pg_sleep(9)--',
    `?zoek=${'x'.repeat(3000)}`,
    '?pagina=99999999&volgorde[]=1&thema=%3Cscript%3E',
    '?index&_data=routes/initiative/list',
  ])('%s is answered at once', async (query) => {
    const started = performance.now();
    expect((await site.get(`/initiatieven${query}`)).status).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
