import { expect, test } from './fixtures';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a newcomer signs in with a code by mail, says who they are, and signs out', async ({
      page,
      newestLetter,
    }) => {
      const address = `nieuw-${javaScriptEnabled ? 'met' : 'zonder'}-${Date.now()}@wijkkas.example`;
      await page.goto('/');
      await page.getByRole('link', { name: 'Inloggen' }).click();
      await page.getByLabel('E-mailadres').fill(address);
      await page.getByRole('button', { name: 'Stuur mij een code' }).click();
      await expect(page.getByText('We hebben een mail gestuurd')).toBeVisible();
      const codePage = page.url();
      const [code = ''] = /\b\d{4}[\s-]?\d{4}\b/.exec(await newestLetter()) ?? [];

      await page.goto(codePage);
      await page.getByLabel('Code uit de mail').fill('00000000');
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page.getByText('Deze code klopt niet of is verlopen').first()).toBeVisible();

      await page.getByLabel('Code uit de mail').fill(code);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.waitForURL('**/mijn/gegevens');
      await page.getByLabel('Naam').fill('Nieuwe Buur');
      await page.getByLabel('In welke wijk woon je?').selectOption({ label: 'Kruiskade' });
      await page.getByLabel('Dag').fill('4');
      await page.getByLabel('Maand').fill('5');
      await page.getByLabel('Jaar').fill('1980');
      await page.getByRole('button', { name: 'Bewaar mijn gegevens' }).click();
      await page.waitForURL(/\/mijn\?bewaard/);
      await expect(page.getByRole('link', { name: 'Nieuwe Buur' })).toBeVisible();

      await page.getByRole('button', { name: 'Uitloggen' }).click();
      await expect(page.getByRole('link', { name: 'Inloggen' })).toBeVisible();
      await page.goto('/mijn');
      await expect(page).toHaveURL(/\/aanmelden/);
    });

    test('a council’s desk asks for more than a code by mail', async ({ page }) => {
      await page.goto('/demonstratie');
      await page.getByRole('listitem').filter({ hasText: 'Samira Bouali' }).getByRole('button').click();
      await page.waitForURL('**/mijn');
      await page.goto('/gemeente');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is niet voor jou');
    });
  });
}
