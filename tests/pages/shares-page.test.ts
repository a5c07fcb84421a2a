import { expect, test } from 'vitest';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { countExample } from '~/domain/voting/example';
import { useSite } from '../support/site';

const site = useSite();
const example = countExample();
const euros = (amount: Cents) => formatEuros(amount, 'nl').replace('\u00a0', ' ');

async function read(cookie?: string): Promise<string> {
  const answer = await site.get('/uitleg/gelijke-delen', { cookie });
  expect(answer.status).toBe(200);
  return (await answer.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('the page on equal shares shows every figure of the example as it is counted, in words and tables', async () => {
  const page = await read();
  for (const { project, cost, purses } of example.rounds) {
    expect(page, project).toContain(`Het plan kost ${euros(cost)}.`);
    const rows = purses.map(({ voter, paid, left }) => `${voter} ${euros(paid)} ${euros(left)}`);
    expect(page, project).toContain(rows.join(' '));
  }
  expect(page).toContain(
    'Dilek heeft nog maar € 80 en betaalt alles wat over was. Daarom telt deze stem nu voor 0,5.',
  );
  expect(page).toContain('Dat kost € 280. Wie erop stemden, hebben samen nog € 240. Er is € 40 te weinig.');
  for (const { total, over, served } of [example.byShares, example.byVotes]) {
    expect(page).toContain(`Samen kosten ze ${euros(total)}. Er is ${euros(over)} over.`);
    expect(page).toContain(`${served} van de 5 stemmers hebben`);
  }
  expect(page).toContain('Voor Els is er niets.');
  expect(page).toContain('npm run --silent recount -- MAP');
});

test('and in English', async () => {
  const chosen = await site.post('/taal', { body: { locale: 'en', returnTo: '/' } });
  const page = await read(chosen.headers.get('set-cookie')?.split(';')[0]);
  expect(page).toContain('Dilek has only € 80 and pays all that was left. So this vote now counts for 0.5.');
  expect(page).not.toMatch(/\{\{|\bshares\.[a-z]+\./);
});
