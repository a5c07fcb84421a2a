import { describe, expect, test } from 'vitest';
import { useSite } from '../support/site';

const textOf = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '');

describe('the home page of the named world', () => {
  const site = useSite({ demo: true });

  test('asks its question, shows every wijk as a link in words, and how it works', async () => {
    const page = await textOf(await site.get('/'));
    expect(page).toMatch(/<h1[^>]*>Wat speelt er in jouw wijk\?<\/h1>/);
    for (const wijk of ['parkwijk', 'soesterveld', 'kruiskade', 'wortmanbuurt', 'buitenstad', 'middelveld']) {
      expect(page).toMatch(
        new RegExp(`<a href="/wijken/${wijk}" aria-label="[^"]+: \\d+ % van het budget is toegekend`),
      );
    }
    expect(page.match(/href="\/besluiten\/[0-9a-f-]{36}"/g)).toHaveLength(3);
    expect(page.match(/href="\/initiatieven\/\d+"/g)).toHaveLength(3);
    expect(page).toContain('href="/initiatieven/nieuw"');
    expect(page).not.toMatch(/ style="/);
  });

  test('brings a postcode to its wijk, and says at the field when there is none', async () => {
    const found = await site.get('/?postcode=1892%20aa');
    expect([found.status, found.headers.get('location')]).toEqual([303, '/wijken/soesterveld']);
    const missed = await site.get('/?postcode=%3Cb%3E9999');
    const page = await textOf(missed);
    expect(missed.status).toBe(200);
    expect(page).toMatch(
      /<input[^>]*name="postcode"[^>]*aria-describedby="postcode-help postcode-error"[^>]*>/,
    );
    expect(page).toContain('Bij deze postcode vinden we geen wijk.');
    expect(page).toContain('value="&lt;b&gt;9999"');
  });

  test('asks for the house number where a postcode lies in several wijken, and for letters behind four digits', async () => {
    const asked = await textOf(await site.get('/?postcode=1893wb'));
    expect(asked).toContain('Deze postcode ligt in Kruiskade en Wortmanbuurt.');
    expect(asked).toMatch(/<input[^>]*name="postcode"[^>]*value="1893wb"/);
    expect(asked).toMatch(/<input[^>]*name="huisnummer"[^>]*aria-describedby="huisnummer-help"/);
    const found = await site.get('/?postcode=1893wb&huisnummer=41a');
    expect([found.status, found.headers.get('location')]).toEqual([303, '/wijken/wortmanbuurt']);
    const missed = await textOf(await site.get('/?postcode=1893wb&huisnummer=900'));
    expect(missed).toMatch(
      /<input[^>]*name="huisnummer"[^>]*aria-describedby="huisnummer-help huisnummer-error"/,
    );
    expect(missed).toContain('Bij dit huisnummer vinden we geen wijk.');
    const letters = await textOf(await site.get('/?postcode=1893'));
    expect(letters).toContain('Vul ook de twee letters in');
    expect(letters).not.toContain('name="huisnummer"');
  });

  test('speaks English to who asks for it', async () => {
    const answer = await site.post('/taal', { body: { locale: 'en', returnTo: '/' } });
    const cookie = answer.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    expect(await textOf(await site.get('/', { cookie }))).toContain(
      'What is going on in your neighbourhood?',
    );
  });
});

describe('the home page before the gemeente is set up', () => {
  const site = useSite();

  test('says what will be here', async () => {
    for (const path of ['/', '/wijken']) {
      const answer = await site.get(path);
      expect(answer.status).toBe(200);
      expect(await textOf(answer)).toContain('Deze wijkkas is nog leeg');
    }
    expect((await site.get('/geld')).status).toBe(200);
    expect((await site.get('/wijken/parkwijk')).status).toBe(404);
  });
});
