import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { roundByNumber, rulesCounted } from '#db/reads/voting/round';
import { cents } from '~/domain/money/cents';
import { formatAmount } from '~/domain/money/format';
import { type Fraction, fraction, minus, plus, readFraction } from '~/domain/voting/fraction';
import { countFile } from '~/formats/pabulib/count';
import { type PublishedCount } from '~/domain/voting/publication';
import { centsIn } from '~/domain/voting/report';
import { type RuleName, ruleNames, usualRule } from '~/domain/voting/rule-names';
import { importRound } from '~/usecases/voting/import-round.server';
import { encode, makeArea, operator } from '../support/rounds';
import { useSite } from '../support/site';

const site = useSite();
const areaCode = 'WK990101';
const script = '<script>alert(1)</script> & Co';
const projects = 16;

/** What each of the projects costs: one is free, one costs more than all there is. */
const costOf = (place: number) => (place === 0 ? 0 : place === 1 ? 9_000 : 300 + 70 * place);

const choicesOf = (voter: number) =>
  voter === 9
    ? []
    : [...new Set([0, 1, 2, 3].map((choice) => (voter * 5 + choice * choice * 3) % (7 + (voter % 9))))];

/** A vote of 90 people over 16 projects in which every way to win and to lose occurs; the last project has no votes. */
function voteFile(type: 'approval' | 'ordinal' | 'cumulative', budget = 4_000): Uint8Array {
  const rows = Array.from({ length: projects }, (_, place) => {
    const at = place < 8 ? `${52.1 + place / 500};${6.1 + (place % 3) / 200}` : ';';
    const name = place === 3 ? script : `Plan ${place} van de straat`;
    return `p${place};${costOf(place)};${name};${place === 3 ? script : ''};groen,spelen;${at}\n`;
  });
  const votes = Array.from({ length: 90 }, (_, voter) => {
    const chosen = choicesOf(voter);
    const points =
      type === 'cumulative' ? `;${chosen.map((_choice, place) => [0, 2.5, 1, 3][place]).join()}` : '';
    return `${voter};${chosen.map((place) => `p${place}`).join()}${points}\n`;
  });
  return encode(
    `META\nkey;value\ndescription;Straat ${type}\nunit;Elders\nbudget;${budget}\nvote_type;${type}\ncurrency;EUR\n` +
      `date_end;2024\nPROJECTS\nproject_id;cost;name;description;category;latitude;longitude\n${rows.join('')}` +
      `VOTES\nvoter_id;vote${type === 'cumulative' ? ';points' : ''}\n${votes.join('')}`,
  );
}

const files = { 1: voteFile('approval'), 2: voteFile('ordinal'), 3: voteFile('cumulative') } as const;
type Round = keyof typeof files;
const rounds = [1, 2, 3] as const;
const counts = new Map<string, PublishedCount>();

function count(round: Round, rule: RuleName = usualRule): PublishedCount {
  const key = `${round} ${rule}`;
  const known = counts.get(key) ?? countFile(files[round], rule);
  counts.set(key, known);
  return known;
}

/** Reads a round in and waits until the site has counted it. */
async function imported(bytes: Uint8Array): Promise<{ number: number; id: string }> {
  const { db } = site.database.app;
  const { number } = await importRound(operator(db), bytes, { areaCode });
  const { id } = ((await roundByNumber(db, number)) ?? expect.fail()).round;
  await vi.waitFor(async () => expect(await rulesCounted(db, id)).toHaveLength(6), 60_000);
  return { number, id };
}

let uncounted = 0;
beforeAll(async () => {
  await makeArea(site.database.owner.db, areaCode);
  for (const round of rounds) expect((await imported(files[round])).number).toBe(round);
  const { number, id } = await imported(voteFile('approval', 3_999));
  uncounted = number;
  await site.database.owner.db.transaction(async (tx) => {
    await tx.execute(sql`alter table round_count disable trigger user`);
    await tx.execute(sql`delete from round_count where round_id = ${id} and rule <> 'greedy'`);
    await tx.execute(sql`alter table round_count enable trigger user`);
  });
});

async function html(address: string): Promise<string> {
  const answer = await site.get(address);
  expect(answer.status, address).toBe(200);
  return (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/g, ' ');
}

const plain = (page: string) =>
  page
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const read = async (address: string) => plain(await html(address));
const euros = (amount: bigint, style?: 'full') =>
  formatAmount(cents(amount), 'EUR', 'nl', style).replace('\u00a0', ' ');
const projectPath = (round: number, place: number, rule?: RuleName) =>
  `/stemrondes/${round}/plannen/${place + 1}${rule ? `?regel=${rule}` : ''}`;
const nameOf = (place: number) => (place === 3 ? script : `Plan ${place} van de straat`);
const placeOf = (id: string) => Number(id.slice(1));

describe('the page of a plan', () => {
  test.each(rounds)('tells what the count tells of it, whatever became of it (round %i)', async (round) => {
    const report = count(round);
    const fates = new Set<string>();
    for (const [place, { fate, supportPercent, wentTo, left, ...project }] of report.projects.entries()) {
      fates.add(fate);
      const markup = await html(projectPath(round, place));
      const page = plain(markup);
      expect(page).toContain(`Plan ${place + 1} ${nameOf(place)}`);
      expect(page).toContain(report.completed.includes(`p${place}`) ? ' Gekozen ' : ' Niet gekozen ');
      expect(page).toContain(`Kosten ${euros(BigInt(costOf(place)) * 100n)}`);
      const votes = String(project.votes).replace('.', ',');
      expect(page).toContain(`${round === 1 ? 'Stemmen' : 'Punten'} ${votes} Onderwerp groen, spelen`);
      expect(page.includes('Hoeveel dekking had dit plan?')).toBe(supportPercent !== null);
      if (supportPercent !== null)
        expect(page).toContain(`Dekking: ${String(supportPercent).replace('.', ',')} %`);
      const paid = project.round === null ? undefined : report.rounds[project.round];
      expect(page.includes('Zo betaalden de stemmers')).toBe(paid !== undefined);
      if (paid) {
        const people = (n: number) => `${n} stemmer${n === 1 ? '' : 's'}`;
        expect(page).toContain(
          `Betaalde het hele deel ${people(paid.inFull)} Betaalde alles wat er nog was ${people(paid.allTheyHad)} Had niets meer over ${people(paid.nothing)}`,
        );
        const { top, over } = readFraction(paid.payment);
        expect(page).toContain(`Het hele deel was ${euros((top * 100n) / over)} voor el`);
      }
      if (left !== null) expect(page).toContain(`Toen nog over ${euros(centsIn(left))} Te weinig`);
      for (const other of wentTo) {
        const row = `${nameOf(placeOf(other.id))} ${euros(centsIn(other.amount), 'full')}`;
        expect(page).toContain(row);
        expect(markup).toContain(`href="${projectPath(round, placeOf(other.id))}"`);
      }
      const total = wentTo.reduce((sum, { amount }) => sum + centsIn(amount), 0n);
      if (wentTo.length > 0) expect(page).toContain(`Samen ${euros(total, 'full')}`);
    }
    const met = ['free', 'paidByShares', 'overBudget', 'withoutVotes', 'notAffordable'];
    expect([...fates]).toEqual(expect.arrayContaining(met));
  });

  test('tells it for a plan that was filled up too: it lost first', async () => {
    const report = count(1, 'mes-cost');
    const filled = report.projects.findIndex(({ fate }) => fate === 'filledUp');
    const page = await read(projectPath(1, filled, 'mes-cost'));
    expect(page).toContain('Gekozen met geld dat overbleef.');
    expect(page).toContain('Waar ging het geld van de stemmers heen?');
  });

  test('says what each other rule would have done, and leads there', async () => {
    for (const shown of [usualRule, 'greedy'] as const) {
      const markup = await html(projectPath(1, 4, shown));
      const list = /<ul class="wk-project-others">[\s\S]*?<\/ul>/.exec(markup)?.[0] ?? '';
      const lines = [...list.matchAll(/href="([^"]*)"[^>]*>([^<]*): (gekozen|niet gekozen)</g)];
      const others = ruleNames.filter((rule) => rule !== shown);
      expect(lines.map(([, href, , said]) => [href, said])).toEqual(
        others.map((rule) => [
          projectPath(1, 4, rule === usualRule ? undefined : rule),
          count(1, rule).completed.includes('p4') ? 'gekozen' : 'niet gekozen',
        ]),
      );
    }
  });

  test('keeps the way of counting in its links, and takes an unknown one for the usual', async () => {
    const loser = count(1, 'mes-card').projects.findIndex(({ fate }) => fate === 'notAffordable');
    const markup = await html(projectPath(1, loser, 'mes-card'));
    expect(markup).toContain('href="/stemrondes/1/uitslag?regel=mes-card"');
    expect(markup).toMatch(/<table[\s\S]*href="\/stemrondes\/1\/plannen\/\d+\?regel=mes-card"/);
    expect(await read(`${projectPath(1, 4)}?regel=onzin`)).toBe(await read(projectPath(1, 4)));
  });

  test('shows what a file says as text, never as markup', async () => {
    const markup = await (await site.get(projectPath(1, 3))).text();
    expect(markup).not.toContain('<script>alert');
    expect(plain(markup)).toContain(`Over dit plan ${script}`);
    const other = await (await site.get('/stemrondes/1/uitslag')).text();
    expect(other).not.toContain('<script>alert');
  });

  test('is there in English, and says nothing in Dutch', async () => {
    const cookie = (await site.post('/taal', { body: { locale: 'en', returnTo: '/' } })).headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    const page = plain(await (await site.get(projectPath(1, 5), { cookie })).text());
    expect(page).toContain('How well was this plan covered?');
    expect(page).not.toMatch(/stemmers|gekozen|project\.[a-z]/);
  });

  test.each(['0', '17', '99999', '01', '1.5', '-1', 'p1', '%00', '1e0'])(
    'is not found at %s',
    async (project) => {
      expect((await site.get(`/stemrondes/1/plannen/${project}`)).status).toBe(404);
    },
  );

  test.each(['0', '99', 'x', '1e9999'])('is not found in round %s', async (round) => {
    expect((await site.get(`/stemrondes/${round}/plannen/1`)).status).toBe(404);
    expect((await site.get(`/stemrondes/${round}/stembiljet`)).status).toBe(404);
  });

  test('waits for the count with what is known already', async () => {
    const page = await read(projectPath(uncounted, 2));
    expect(page).toContain('We tellen de stemmen nog.');
    expect(page).toContain(`Kosten ${euros(44_000n)}`);
    expect(page).not.toContain('Niet gekozen ');
    expect(page).not.toContain('Hoeveel dekking');
    expect(await read(projectPath(uncounted, 2, 'greedy'))).not.toContain('We tellen de stemmen nog.');
  });
});

describe('the map', () => {
  test('has each plan with a place as a link that says all of it', async () => {
    const markup = await html('/stemrondes/1/uitslag');
    const [picture = ''] = /<svg class="wk-round-map"[\s\S]*?<\/svg>/.exec(markup) ?? [];
    const links = [
      ...picture.matchAll(
        /<a [^>]*href="([^"]*)"[^>]*aria-label="([^"]*)"|<a [^>]*aria-label="([^"]*)"[^>]*href="([^"]*)"/g,
      ),
    ];
    const { completed } = count(1);
    const said = links.map(([, href, label, label2, href2]) => [href ?? href2, plain(label ?? label2 ?? '')]);
    expect(new Map(said as [string, string][])).toEqual(
      new Map(
        Array.from({ length: 8 }, (_, place) => [
          projectPath(1, place),
          `${nameOf(place)}, ${euros(BigInt(costOf(place)) * 100n)}, ${completed.includes(`p${place}`) ? 'gekozen' : 'niet gekozen'}`,
        ]),
      ),
    );
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
    expect(plain(markup)).toContain('Van 8 plannen weten we de plek niet.');
  });

  test('stands on the page of a plan with a place, and of no other', async () => {
    expect(await html(projectPath(1, 2))).toContain('wk-round-map__ground');
    expect(await html(projectPath(uncounted, 2))).toContain('wk-round-map__ground');
    expect(await html(projectPath(1, 9))).not.toContain('wk-round-map__ground');
  });
});

const ballotPath = (round: number, query = '') => `/stemrondes/${round}/stembiljet${query}`;

describe('where the share of a ballot went', () => {
  test('begins with the question alone', async () => {
    const markup = await html(ballotPath(1));
    expect(plain(markup)).toContain('Een getal van 1 tot en met 90.');
    expect(plain(markup)).not.toContain('Stembiljet 1');
    expect(markup).toContain('href="/stemrondes/1/stembiljet?nummer=1"');
  });

  test.each(['0', '91', '-1', '1,5', 'abc', '1e1', '99999999999999999999', '"><b>'])(
    'asks again for %s, and keeps what was typed',
    async (typed) => {
      const markup = await html(ballotPath(1, `?nummer=${encodeURIComponent(typed)}`));
      expect(plain(markup)).toContain('Vul een heel getal in van 1 tot en met 90, bijvoorbeeld 1.');
      expect(markup).toMatch(/<input[^>]*aria-invalid="true"/);
      const [, value = ''] = /<input[^>]*name="nummer"[^>]*value="([^"]*)"/.exec(markup) ?? [];
      expect(value.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<')).toBe(typed);
      expect(plain(markup)).not.toContain('Stembiljet ');
    },
  );

  test('understands a number as people write it', async () => {
    for (const typed of [' 17 ', '017']) {
      expect(await read(ballotPath(1, `?nummer=${encodeURIComponent(typed)}`))).toContain('Stembiljet 17 ');
    }
  });

  const mes = ruleNames.filter((rule) => rule.startsWith('mes'));
  test.each(rounds.flatMap((round) => mes.map((rule) => [round, rule] as const)))(
    'adds up to the share exactly, and to what the count gave (round %i, %s)',
    async (round, rule) => {
      const report = count(round, rule);
      for (const number of [1, 10, 17, 64]) {
        const shown = await html(ballotPath(round, `?nummer=${number}&regel=${rule}`));
        const { paid, left, total } = amountsOn(shown);
        expect(total).toEqual(readFraction(report.endowment ?? expect.fail()));
        expect(paid.reduce((sum, { amount }) => plus(sum, amount), left)).toEqual(total);
        const winners = choicesOf(number - 1).filter((place) => report.completed.includes(`p${place}`));
        const counted = round === 3 ? winners.filter((place) => place !== choicesOf(number - 1)[0]) : winners;
        expect(paid.map(({ place }) => place).sort()).toEqual([...counted].sort());
      }
    },
  );

  test('all ballots together pay what the plans cost', async () => {
    const report = count(2);
    const paid = new Map<number, Fraction>();
    for (let number = 1; number <= 90; number += 1) {
      for (const { place, amount } of amountsOn(await html(ballotPath(2, `?nummer=${number}`))).paid) {
        paid.set(place, plus(paid.get(place) ?? fraction(0n), amount));
      }
    }
    for (const { id } of report.rounds) {
      expect(paid.get(placeOf(id))).toEqual(fraction(BigInt(costOf(placeOf(id)))));
    }
  });

  test('has the points of its choices, and leaves out what got none', async () => {
    const [first, second] = choicesOf(4);
    const ranks = await read(ballotPath(2, '?nummer=5'));
    expect(ranks).toContain(`${nameOf(first ?? 0)} ${choicesOf(4).length} €`);
    const points = await read(ballotPath(3, '?nummer=5'));
    expect(points).toContain(`${nameOf(second ?? 0)} 2,5 €`);
    expect(points).not.toContain(`${nameOf(first ?? 0)} `);
  });

  test('of an empty ballot is all left', async () => {
    const page = await read(ballotPath(1, '?nummer=10'));
    expect(page).toContain('Dit stembiljet is leeg. Het telde wel mee als stemmer.');
    expect(page).toContain('Van dit deel is niets betaald.');
  });

  test('is nowhere with most votes, where nobody has a share', async () => {
    const page = await read(ballotPath(1, '?nummer=17&regel=greedy'));
    const won = choicesOf(16).filter((place) => count(1, 'greedy').completed.includes(`p${place}`));
    expect(page).toContain(
      `Op dit biljet staan ${choicesOf(16).length} plannen. Daarvan gekozen: ${won.length}.`,
    );
    expect(page).toContain('Met deze manier van tellen heeft een stemmer geen eigen deel');
    expect(page).not.toContain('Waar ging dit deel heen?');
  });

  test('waits for the count', async () => {
    const page = await read(ballotPath(uncounted, '?nummer=17'));
    expect(page).toContain('We tellen de stemmen nog.');
    expect(page).not.toContain('Waar ging dit deel heen?');
  });
});

/** The amounts in the table of a share, exactly where the page says so; in units of the currency. */
function amountsOn(markup: string) {
  const [, table = ''] = /wk-parts"[\s\S]*?(<table[\s\S]*?<\/table>)/.exec(markup) ?? [];
  const exact = new Map(
    [...markup.matchAll(/<dt>([^<]*)<\/dt><dd>([\d/]+)<\/dd>/g)].map(([, name = '', text = '']) => [
      plain(name),
      readFraction(text),
    ]),
  );
  const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].slice(1).map(([row]) => {
    const [, shown = ''] = /€[\s\u00a0]([\d.]+,\d\d)/.exec(row) ?? [];
    const down = fraction(BigInt(shown.replaceAll(/\D/g, '')), 100n);
    const place = Number(/\/plannen\/(\d+)/.exec(row)?.[1] ?? 0) - 1;
    const name = place >= 0 ? nameOf(place) : plain(row).includes('Samen') ? 'Samen' : 'Bleef over';
    const amount = exact.get(name) ?? down;
    const gap = minus(amount, down);
    expect(gap.top >= 0n && gap.top * 100n < gap.over).toBe(true);
    return { place, name, amount };
  });
  const named = (wanted: string) => rows.find(({ name }) => name === wanted)?.amount ?? expect.fail(wanted);
  return { paid: rows.filter(({ place }) => place >= 0), left: named('Bleef over'), total: named('Samen') };
}
