import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { roundByNumber, rulesCounted } from '#db/reads/voting/round';
import { roundCountProgress } from '#db/schema';
import { cents } from '~/domain/money/cents';
import { formatAmount } from '~/domain/money/format';
import { countFile } from '~/formats/pabulib/count';
import { type PublishedCount } from '~/domain/voting/publication';
import { projectSorts } from '~/domain/voting/project-search';
import { centsIn } from '~/domain/voting/report';
import { usualRule } from '~/domain/voting/rule-names';
import { importRound } from '~/usecases/voting/import-round.server';
import { costOf, manyProjects } from '../support/many-projects';
import { encode, makeArea, operator, voteFile } from '../support/rounds';
import { useSite } from '../support/site';

const site = useSite();
const areaCode = 'WK990101';
const large = manyProjects();
const count = (rule = usualRule) => countFile(large, rule);
const euros = (amount: bigint) => formatAmount(cents(amount), 'EUR', 'nl').replace('\u00a0', ' ');
const path = '/stemrondes/1/uitslag';

async function html(address: string, cookie?: string): Promise<string> {
  const answer = await site.get(address, { cookie });
  expect(answer.status, address).toBe(200);
  return answer.text();
}

const plain = (page: string) =>
  page
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const read = async (address: string, cookie?: string) => plain(await html(address, cookie));

/** The rows of projects on a page, by the number in their address. */
async function rowsOn(address: string): Promise<Map<number, string>> {
  const rows = (await html(address)).split('<li class="wk-project">').slice(1);
  return new Map(
    rows.map((row) => [
      Number(/\/plannen\/(\d+)/.exec(row)?.[1]) - 1,
      plain(row.split('</section>')[0] ?? ''),
    ]),
  );
}

async function allRows(query = ''): Promise<Map<number, string>> {
  const pages = await Promise.all([1, 2].map((page) => rowsOn(`${path}?pagina=${page}${query}`)));
  expect(pages.map(({ size }) => size)).toEqual([25, 15]);
  return new Map(pages.flatMap((rows) => [...rows]));
}

async function idOf(number: number): Promise<string> {
  return ((await roundByNumber(site.database.app.db, number)) ?? expect.fail()).round.id;
}

async function importAndCount(bytes: Uint8Array): Promise<number> {
  const { number } = await importRound(operator(site.database.app.db), bytes, { areaCode });
  const id = await idOf(number);
  await vi.waitFor(async () => expect(await rulesCounted(site.database.app.db, id)).toHaveLength(6), 20_000);
  return number;
}

let report: PublishedCount;

beforeAll(async () => {
  await makeArea(site.database.owner.db, areaCode);
  expect(await read('/stemrondes')).toContain('Er is nog geen ronde geweest');
  expect(await importAndCount(large)).toBe(1);
  report = count();
});

test('the list shows a round with its outcome', async () => {
  const page = await read('/stemrondes');
  expect(page).toContain('Noord, Elders · 2024 Groot budget 2024 Budget: € 100.000 300 bewoners stemden');
  expect(page).toContain(`${report.completed.length} van 40 plannen gekozen`);
  expect(await read('/stemrondes?pagina=2')).toContain('Noord, Elders · 2024 Groot budget 2024');
});

describe('the outcome', () => {
  test('begins with the answer, and every cent of it is right', async () => {
    const page = await read(path);
    const spent = centsIn(report.completedTotal);
    expect(page).toContain(`${report.completed.length} van 40 plannen zijn gekozen`);
    expect(page).toContain(`Dat kost ${euros(spent)}. Er blijft ${euros(10_000_000n - spent)} over.`);
    expect(page).toContain('elk van de 300 stemmers begon met € 333,33');
    expect(page).toContain(`Precies is het EUR ${report.endowment}.`);
    expect(page).toContain('Hoogstens 4 plannen per stemmer');
    expect(page).toContain('Deze ronde is ergens anders gehouden');
    expect(page).toContain('1 plan kostte meer dan het hele budget.');
  });

  test('has every plan once over its pages, the chosen first, each with the reason that the count gives', async () => {
    const rows = await allRows();
    const order = [...rows.keys()].map((place) => `p${place}`);
    expect(order.slice(0, report.completed.length)).toEqual(report.completed);
    expect([...order].sort()).toEqual(report.projects.map(({ id }) => id).sort());
    const fates = new Set<string>();
    for (const [place, row] of rows) {
      const { id, fate, round, left, lostAfterRounds } = report.projects[place]!;
      fates.add(fate);
      const cost = BigInt(costOf(place) * 100);
      const paid = round === null ? undefined : report.rounds[round];
      const lack = euros(cost - (left === null ? 0n : centsIn(left)));
      const so = left !== null && Number(left) >= 0.85 * costOf(place) ? 'Net niet gekozen' : 'Niet gekozen';
      const reasons: Record<string, string> = {
        free: 'Gekozen: dit plan kost niets',
        paidByShares: `Gekozen in ronde ${(round ?? 0) + 1}. ${(paid?.inFull ?? 0) + (paid?.allTheyHad ?? 0)} stemmers betaalden samen ${euros(cost)}.`,
        filledUp: 'Gekozen met geld dat overbleef.',
        overBudget: 'Niet gekozen: dit plan kost meer dan het hele budget.',
        withoutVotes: 'Niet gekozen: niemand stemde op dit plan.',
        notAffordable: lostAfterRounds
          ? `${so}: na ronde ${lostAfterRounds} hadden de stemmers samen nog ${euros(centsIn(left ?? 0))} over. Dat is ${lack} te weinig.`
          : `${so}: de stemmers hadden vanaf het begin samen ${lack} te weinig.`,
      };
      expect(row, id).toContain(reasons[fate]);
      expect(row, id).toContain(report.completed.includes(id) ? ' Gekozen ' : ' Niet gekozen ');
    }
    expect([...fates].sort()).toEqual(
      ['filledUp', 'free', 'notAffordable', 'overBudget', 'paidByShares', 'withoutVotes'].sort(),
    );
  });

  test('shows what the voters of a plan paid for most, three by name and the rest together', async () => {
    const rows = await allRows();
    const place = report.projects.findIndex(({ wentTo }) => wentTo.length > 4);
    const went = [...report.projects[place]!.wentTo].sort((a, b) => Number(b.amount) - Number(a.amount));
    const rest = went.slice(3).reduce((total, { amount }) => total + centsIn(amount), 0n);
    for (const { amount } of went.slice(0, 3)) expect(rows.get(place)).toContain(euros(centsIn(amount)));
    expect(rows.get(place)).toContain(`${went.length - 3} andere plannen samen ${euros(rest)}`);
  });

  test('escapes what a file calls its plans', async () => {
    const page = await html(`${path}?zoek=alert`);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(&quot;hoi&quot;)&lt;/script&gt; &amp; Łąka');
  });

  test('by another way of counting says so, and has that outcome', async () => {
    const page = await read(`${path}?regel=greedy`);
    const other = count('greedy');
    expect(other.completed).not.toEqual(report.completed);
    expect(page).toContain('met een andere manier van tellen: Meeste stemmen.');
    expect(page).toContain(`${other.completed.length} van 40 plannen zijn gekozen`);
    expect(page).not.toContain('Dekking:');
    expect([...(await allRows('&regel=greedy')).keys()].slice(0, other.completed.length)).toEqual(
      other.completed.map((id) => Number(id.slice(1))),
    );
    expect(await read(`${path}?regel=mes'--`)).toContain('Zo is er geteld: Gelijke delen');
  });

  test('in English leaves no word untold', async () => {
    const chosen = await site.post('/taal', { body: { locale: 'en', returnTo: '/' } });
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0];
    for (const address of [path, `${path}?regel=greedy-ratio`, `${path}?regel=mes-card`, '/stemrondes']) {
      const page = await read(address, cookie);
      expect(page, address).not.toMatch(/\{\{|\b(round|outcome|project)\.[a-z]+\.|undefined|NaN/);
      expect(page, address).not.toMatch(/ gekozen| stemmen| plannen/);
    }
  });
});

describe('the list of plans', () => {
  const found = async (query: string) => [...(await rowsOn(`${path}?${query}`)).keys()];
  const byPlace = (a: number, b: number) => a - b;

  test('is split in two by what became of them', async () => {
    const chosen = await found('stand=chosen');
    const rest = [...(await found('stand=rest')), ...(await found('stand=rest&pagina=2'))];
    const all = [...new Set([...chosen, ...rest])].sort(byPlace);
    expect(chosen.map((place) => `p${place}`)).toEqual(report.completed.slice(0, 25));
    expect(all).toEqual(Array.from({ length: 40 }, (_, place) => place));
  });

  test('is searched without accents, and by subject', async () => {
    expect(await found('zoek=LAKA')).toEqual([5]);
    expect((await found('zoek=plan+buurt+11')).sort(byPlace)).toEqual([11]);
    expect((await found('onderwerp=spelen&volgorde=name')).slice(0, 3)).toEqual([1, 4, 7]);
    const nothing = await read(`${path}?zoek=kasteel`);
    expect(nothing).toContain('Geen plan gevonden');
    expect(nothing).toContain('“kasteel”');
  });

  test('is sorted as asked', async () => {
    expect((await found('volgorde=highest')).slice(0, 3)).toEqual([1, 39, 38]);
    expect((await found('volgorde=lowest')).slice(0, 3)).toEqual([0, 2, 4]);
    const votes = (await found('volgorde=votes')).map((place) => report.projects[place]!.votes);
    expect(votes).toEqual([...votes].sort((a, b) => b - a));
    const support = (await found('volgorde=support')).map(
      (place) => report.projects[place]!.supportPercent ?? -1,
    );
    expect(support).toEqual([...support].sort((a, b) => b - a));
  });

  test('is a page for any address', async () => {
    const odd = [
      "' or 1=1--",
      '"; drop table round;--',
      '(?:a+)+$',
      '[',
      '\\',
      '%00',
      '%ff',
      '-1',
      '99999',
      '<b>',
      '😀',
      'NaN',
    ];
    const names = ['zoek', 'stand', 'onderwerp', 'volgorde', 'pagina', 'regel'];
    for (const name of names) {
      const asked = odd.map(async (value) => {
        const query = value.startsWith('%') ? value : encodeURIComponent(value);
        const { status } = await site.get(`${path}?${name}=${query}&${name}=twee`);
        expect(status, `${name}=${value}`).toBe(200);
      });
      await Promise.all(asked);
    }
    for (const sort of projectSorts) expect(await found(`volgorde=${sort}`)).toHaveLength(25);
    expect(await found('pagina=99')).toHaveLength(15);
  });
});

test('points are called points', async () => {
  const file = new TextDecoder().decode(voteFile({ name: 'Punten', type: 'cumulative' }));
  const number = await importAndCount(encode(file.replace('VOTES', 'd;1;Schommel;0\nVOTES')));
  const page = await read(`/stemrondes/${number}/uitslag`);
  expect(page).toContain('Elke stemmer verdeelde punten over plannen');
  expect(page).toContain('Wie meer punten gaf, betaalt meer.');
  expect(page).toContain('3 punten');
  expect(page).toMatch(
    /Schommel Gekozen € 1 0 punten Gekozen met geld dat overbleef. Het paste nog, al stemde niemand/,
  );
  expect(page).not.toMatch(/\d stem(men)? /);
});

test('what is not there is not found, and a round leads to its outcome', async () => {
  for (const number of ['0', '99', '1e0', '-1', 'a', '01', '%00', '9999999999']) {
    for (const ending of ['', '/uitslag'])
      expect((await site.get(`/stemrondes/${number}${ending}`)).status, number + ending).toBe(404);
  }
  const answer = await site.get('/stemrondes/1');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, path]);
});

describe('before the outcome is there', () => {
  const progress = (row: Partial<typeof roundCountProgress.$inferInsert>) => async (number: number) => {
    const id = await idOf(number);
    await site.database.owner.db
      .update(roundCountProgress)
      .set(row)
      .where(eq(roundCountProgress.roundId, id));
  };
  let number = 0;
  const address = () => `/stemrondes/${number}/uitslag`;

  beforeAll(async () => {
    number = await importAndCount(voteFile({ name: 'Nog niet geteld' }));
    const id = await idOf(number);
    await site.database.owner.db.transaction(async (tx) => {
      await tx.execute(sql`alter table round_count disable trigger user`);
      await tx.execute(sql`delete from round_count where round_id = ${id} and rule <> 'greedy'`);
      await tx.execute(sql`alter table round_count enable trigger user`);
    });
  });

  test('the page says how far the counting is', async () => {
    await progress({ done: 3 })(number);
    const page = await read(address());
    expect(page).toContain('We tellen de stemmen 3 van 6 manieren van tellen klaar.');
    expect(page).not.toContain('Alle plannen');
    expect(await html(address())).toContain(`href="${address()}"`);
    // It asks again by itself, so it brings a script, and is made for each.
    const answer = await site.get(address());
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
    expect(await read('/stemrondes')).toContain('We tellen de stemmen');
    expect(await read(`${address()}?regel=mes-card`)).toContain('We tellen de stemmen');
    expect(await read(`${address()}?regel=greedy`)).toContain('2 van 3 plannen zijn gekozen');
  });

  test('or that our own check stopped it', async () => {
    await progress({ failed: usualRule })(number);
    const page = await read(address());
    expect(page).toContain('Het tellen is niet gelukt, of onze eigen controle vond een fout.');
    expect(page).not.toMatch(/We tellen de stemmen|zijn gekozen/);
    expect(await read(`${address()}?regel=mes-card`)).toContain('We tellen de stemmen');
  });

  test('or that it begins soon', async () => {
    const id = await idOf(number);
    await site.database.owner.db.delete(roundCountProgress).where(eq(roundCountProgress.roundId, id));
    expect(await read(address())).toContain('Het tellen begint zo.');
  });
});
