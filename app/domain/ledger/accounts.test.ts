import { describe, expect, test } from 'vitest';
import { accountKinds, accounts, onNormalSide, uncollectable } from './accounts';

const pool = { areaId: 'area1', year: 2026 };

describe('accounts', () => {
  test.each([
    [accounts.receivable('leef'), 'te_ontvangen:leef'],
    [accounts.bank(), 'bank'],
    [accounts.available(pool), 'pool:area1:2026:beschikbaar'],
    [accounts.reserved(pool, 'app1'), 'pool:area1:2026:gereserveerd:app1'],
    [accounts.committed(pool, 'grant1'), 'pool:area1:2026:verplicht:grant1'],
    [accounts.blocked(pool, 'grant1'), 'pool:area1:2026:geblokkeerd:grant1'],
    [accounts.advance(pool, 'grant1'), 'voorschot:grant1'],
    [accounts.payable(pool, 'grant1'), 'te_betalen:grant1'],
    [accounts.underWay(pool, 'grant1'), 'onderweg:grant1'],
    [accounts.claim(pool, 'grant1'), 'terug_te_vorderen:grant1'],
    [accounts.cost(pool, '6.1', 'grant1'), 'lasten:6.1:grant1'],
    [accounts.cost(pool, uncollectable, 'grant1'), 'lasten:oninbaar:grant1'],
    [accounts.income(pool, 'wmo', 'grant1'), 'baten:wmo:grant1'],
    [accounts.returned('leef'), 'retour:leef'],
    [accounts.returning('leef'), 'retour_onderweg:leef'],
    [accounts.suspense('leef'), 'tussenrekening:leef'],
    [accounts.bankCost(), 'bankkosten'],
  ])('%o has code %s', (account, code) => {
    expect(account.code).toBe(code);
  });

  test('every kind has its builder, and the account says its kind', () => {
    expect(Object.keys(accounts)).toEqual(Object.keys(accountKinds));
    expect(accounts.payable(pool, 'g')).toMatchObject({ kind: 'payable', pool, subjectId: 'g' });
    expect(accounts.bank()).toMatchObject({ kind: 'bank', pool: null, subjectId: null, detail: null });
  });

  test('cost knows its taakveld, income its kolom, and both their grant', () => {
    const grant = { pool, subjectId: 'g' };
    expect(accounts.cost(pool, '5.7', 'g')).toMatchObject({ ...grant, kind: 'cost', detail: '5.7' });
    expect(accounts.income(pool, 'jeugd', 'g')).toMatchObject({ ...grant, kind: 'income', detail: 'jeugd' });
    expect(accounts.claim(pool, 'g')).toMatchObject({ ...grant, detail: null });
  });

  test('accounts of a pool or a grant know the wijk and year, the others do not', () => {
    const built = [
      accounts.receivable('s'),
      accounts.bank(),
      accounts.available(pool),
      accounts.reserved(pool, 'a'),
      accounts.committed(pool, 'g'),
      accounts.blocked(pool, 'g'),
      accounts.advance(pool, 'g'),
      accounts.payable(pool, 'g'),
      accounts.underWay(pool, 'g'),
      accounts.claim(pool, 'g'),
      accounts.cost(pool, '6.1', 'g'),
      accounts.income(pool, 'wmo', 'g'),
      accounts.returned('s'),
      accounts.returning('s'),
      accounts.suspense('s'),
      accounts.bankCost(),
    ];
    for (const { kind, pool: known } of built) {
      const { scope } = accountKinds[kind];
      expect(known).toEqual(scope === 'pool' || scope === 'grant' ? pool : null);
    }
  });

  test.each(['', 'a:b'])('refuses the id %j, which could make two codes equal', (id) => {
    expect(() => accounts.receivable(id)).toThrow('account code');
    expect(() => accounts.available({ areaId: id, year: 2026 })).toThrow('account code');
    expect(() => accounts.advance(pool, id)).toThrow('account code');
    expect(() => accounts.cost(pool, id, 'g')).toThrow('account code');
    expect(() => accounts.income(pool, 'wmo', id)).toThrow('account code');
  });
});

describe('the chart', () => {
  test('only the bank, and what it decides by itself, may go below zero', () => {
    const free = Object.entries(accountKinds).filter(([, row]) => row.mayGoBelowZero);
    expect(free.map(([kind]) => kind)).toEqual(['bank', 'suspense', 'bankCost']);
  });

  test('normal sides follow domain.md §5.3', () => {
    const debit = Object.entries(accountKinds).filter(([, row]) => row.normal === 'debit');
    expect(debit.map(([kind]) => kind)).toEqual([
      'receivable',
      'bank',
      'advance',
      'claim',
      'cost',
      'bankCost',
    ]);
  });

  test('a segment belongs to one kind', () => {
    const segments = Object.values(accountKinds).map((row) => row.segment);
    expect(new Set(segments).size).toBe(segments.length);
  });

  test('a balance in order is zero or more on its normal side', () => {
    expect(onNormalSide('bank', 5n)).toBe(5n);
    expect(onNormalSide('available', -5n)).toBe(5n);
  });
});
