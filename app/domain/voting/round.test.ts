import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { readPabulib } from '../../formats/pabulib/read';
import { roundOf } from './round';

const read = (text: string) => roundOf(readPabulib(new TextEncoder().encode(text)));

type File = { meta?: Record<string, string>; columns?: string; projects?: string[]; votes?: string[] };

/** The round in a small file; META beside what counting needs, projects with more columns, votes as they are asked. */
function round({ meta = {}, columns = 'project_id;cost', projects = ['1;60', '2;50'], votes = [] }: File) {
  const points = ['cumulative', 'scoring'].includes(meta.vote_type ?? '');
  const said = { budget: '100,50', vote_type: 'approval', ...meta };
  return read(
    [
      ...['META', 'key;value', ...Object.entries(said).map(([key, value]) => `${key};"${value}"`)],
      ...['PROJECTS', columns, ...projects],
      ...['VOTES', `voter_id;vote;age${points ? ';points' : ''}`, ...votes],
    ].join('\n'),
  );
}

const place = { unit: 'Assen', district: 'Peelo', subunit: 'Peelo-Noord' };

describe('a round', () => {
  test('keeps what was voted about and how, and nothing of who voted', () => {
    const found = round({
      meta: { unit: 'Assen', description: 'Top Idee', date_begin: '01.03.2024', date_end: '14.03.2024' },
      votes: ['anna;2,1;27', 'bert;;81'],
    });
    expect(found).toEqual({
      ...{ name: 'Top Idee', place: 'Assen', currency: 'EUR', voteType: 'approval' },
      ...{ budgetCents: cents(100_50n), beganOn: '2024-03-01', endedOn: '2024-03-14', year: 2024 },
      meta: [
        ['budget', '100,50'],
        ['vote_type', 'approval'],
        ['unit', 'Assen'],
        ['description', 'Top Idee'],
        ['date_begin', '01.03.2024'],
        ['date_end', '14.03.2024'],
      ],
      projects: [project('1', 60_00n), project('2', 50_00n)],
      ballots: [
        { choices: [1, 0], points: null },
        { choices: [], points: null },
      ],
      notices: [],
    });
  });

  test.each([
    [{ ...place, description: 'Een' }, 'Een', 'Peelo-Noord, Assen'],
    [{ ...place, subunit: ' ' }, 'Peelo, Assen', 'Peelo, Assen'],
    [{ unit: 'Assen', district: 'Assen' }, 'Assen', 'Assen'],
    [{ district: 'Peelo', instance: '2024' }, 'Peelo', 'Peelo'],
    [{ instance: '2024' }, '2024', ''],
    [{ description: ' ', instance: '' }, '?', ''],
  ])('%j has a name and a place', (meta, name, where) => {
    expect(round({ meta })).toMatchObject({ name, place: where });
  });

  test.each([
    ['PLN', 'PLN'],
    [' HUF ', 'HUF'],
    ['eur', 'EUR'],
    ['zł', 'EUR'],
    ['EURO', 'EUR'],
    ['', 'EUR'],
  ])('the currency "%s" is %s', (currency, kept) => {
    expect(round({ meta: { currency } }).currency).toBe(kept);
  });

  test.each([
    ['01.03.2024', '14.03.2024', '2024-03-01', '2024-03-14', 2024],
    ['01.12.2023', '05.01.2024', '2023-12-01', '2024-01-05', 2024],
    ['14.03.2024', '14.03.2024', '2024-03-14', '2024-03-14', 2024],
    ['15.03.2024', '14.03.2024', null, '2024-03-14', 2024],
    ['2024', '2024', null, null, 2024],
    ['2023', '14.03.2024', null, '2024-03-14', 2024],
    ['01.03.2024', '2024', null, null, 2024],
    ['01.03.2024', '', '2024-03-01', '2024-03-01', 2024],
    ['', '', null, null, null],
    ['', '30.02.2024', null, null, 2024],
    ['', '1.3.2024', null, '2024-03-01', 2024],
    ['2024-03-01', '2024-03-14', '2024-03-01', '2024-03-14', 2024],
    ['1-3-2024', '14-03-2024', '2024-03-01', '2024-03-14', 2024],
    ['01.03.2024', '2024-03-14', '2024-03-01', '2024-03-14', 2024],
    ['', '2024-02-30', null, null, null],
    ['', '2024-3-1', null, null, null],
    ['', '03/01/2024', null, null, 2024],
    ['', 'op 14.03.2024', null, null, 2024],
    ['', '14.03.2024 9:00', null, null, null],
    ['', 'spring of 1824', null, null, null],
    ['', '12024', null, null, null],
  ])('from "%s" until "%s"', (begin, end, beganOn, endedOn, year) => {
    const meta = { date_begin: begin, date_end: end };
    expect(round({ meta })).toMatchObject({ beganOn, endedOn, year });
  });

  test('without dates has none', () => {
    expect(round({})).toMatchObject({ beganOn: null, endedOn: null, year: null });
  });
});

describe('the projects of a round', () => {
  const columns = 'cost;selected;project_id;name;category;description;latitude;longitude;proposer';
  const one = (line: string) => round({ columns, projects: [line] }).projects[0];

  test('have what the file tells of them, but not who proposed them', () => {
    expect(one('60,10;2;a/1;"Bank; ""groot""";groen; Een bank ;52,99;6.56;Anna')).toEqual({
      ...project('a/1', 60_10n),
      ...{ name: 'Bank; "groot"', category: 'groen', description: 'Een bank', chosen: 2 },
    });
    expect(one('60;0;a;;;;52.99;6.56;Anna')).toEqual({
      ...project('a', 60_00n),
      ...{ latitude: 52.99, longitude: 6.56, chosen: 0 },
    });
  });

  test.each([
    ['52.99;6.56', 52.99, 6.56],
    ['-90;180', -90, 180],
    ['0;6.5', 0, 6.5],
    ['51.5;0', 51.5, 0],
    ['0;0', null, null],
    ['52.99;', null, null],
    [';6.56', null, null],
    ['90.1;6', null, null],
    ['52;-180.1', null, null],
    ['noord;6', null, null],
    ['52;Infinity', null, null],
  ])('stand at %s', (point, latitude, longitude) => {
    expect(one(`60;;a;;;;${point};`)).toMatchObject({ latitude, longitude });
  });

  test.each([
    ['1', 1],
    ['"0 "', 0],
    ['3', 3],
    ['', null],
    ['yes', null],
    ['-1', null],
    ['10', null],
    ['1.0', null],
  ])('the city said "%s" of it', (said, chosen) => {
    expect(one(`60;${said};a;;;;;;`)?.chosen).toBe(chosen);
  });
});

describe('the ballots of a round', () => {
  test.each([
    ['approval', 'a;2,1;9', { choices: [1, 0], points: null }],
    ['choose-1', 'a;2;9', { choices: [1], points: null }],
    ['ordinal', 'a;2,1;9', { choices: [1, 0], points: null }],
    ['cumulative', 'a;2,1;9;3,0.5', { choices: [1, 0], points: [3_000_000, 500_000] }],
    ['scoring', 'a;2,1;9;-3,0', { choices: [1, 0], points: [-3_000_000, 0] }],
    ['scoring', 'a;;9;', { choices: [], points: [] }],
  ])('of %s', (type, line, ballot) => {
    expect(round({ meta: { vote_type: type }, votes: [line] }).ballots).toEqual([ballot]);
  });
});

function project(key: string, cost: bigint) {
  const nothing = { category: null, description: null, latitude: null, longitude: null, chosen: null };
  return { key, name: key, costCents: cents(cost), ...nothing };
}
