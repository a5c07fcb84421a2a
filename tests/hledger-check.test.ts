import { describe, expect, test } from 'vitest';
import { checkHledger, JournalRefused, type Rule } from './support/hledger-check';

const good = `; A journal
commodity €
  format € 1000.00

account bank:wmo
account fonds:parkwijk:vrij:wmo

2026-01-01 BEGINSTAND
    bank:wmo  € 10.00
    fonds:parkwijk:vrij:wmo  € -10.00

2026-01-02 (parkwijk-1) TOEZEGGING: Wmo (samen)
    ; kind: pledge
    ; reversed-by: parkwijk-2
    bank:wmo  € 1234.56
    fonds:parkwijk:vrij:wmo  € -1234.56 = € -1244.56

2026-01-02 EINDSTAND
    bank:wmo  € 0.00 = € 1244.56
    fonds:parkwijk:vrij:wmo  € 0.00 = € -1244.56
`;

function refusalOf(text: string): Rule | null {
  try {
    checkHledger(text);
    return null;
  } catch (error) {
    if (error instanceof JournalRefused) return error.rule;
    throw error;
  }
}

/** The good journal with one thing changed, which must be there to change. */
function broken(what: string | RegExp, by: string): string {
  const text = good.replace(what, by);
  expect(text).not.toBe(good);
  return text;
}

test('reads what a journal says', () => {
  const { transactions, balances } = checkHledger(good);
  expect([...balances]).toEqual([
    ['bank:wmo', 124_456n],
    ['fonds:parkwijk:vrij:wmo', -124_456n],
  ]);
  expect(transactions[1]).toEqual({
    date: '2026-01-02',
    code: 'parkwijk-1',
    description: 'TOEZEGGING: Wmo (samen)',
    tags: new Map([
      ['kind', 'pledge'],
      ['reversed-by', 'parkwijk-2'],
    ]),
    postings: [
      { account: 'bank:wmo', cents: 123_456n, asserted: null },
      { account: 'fonds:parkwijk:vrij:wmo', cents: -123_456n, asserted: -124_456n },
    ],
  });
  expect(transactions[0]).toMatchObject({ code: null, description: 'BEGINSTAND' });
});

test.each(['', '; nothing yet\n', 'commodity €\n  format € 1000.00\n'])(
  'takes the empty journal %j',
  (text) => {
    expect(checkHledger(text).transactions).toEqual([]);
  },
);

describe('refuses', () => {
  test.each<[string, Rule, string | RegExp, string]>([
    ['a tab before the amount', 'character', 'bank:wmo  € 10', 'bank:wmo\t€ 10'],
    ['a carriage return', 'character', 'BEGINSTAND', 'BEGINSTAND\r'],
    ['a space that does not break', 'character', '€ 10.00', '€\u00a010.00'],
    ['a line separator in a description', 'character', 'Wmo (samen)', 'Wmo\u2028account x'],
    ['a file that was cut off', 'end', /244\.56\n$/, '2'],
    ['a default year', 'directive', '; A journal', 'Y2025'],
    ['another file', 'directive', '; A journal', 'include other.journal'],
    ['an alias', 'directive', '; A journal', 'alias bank=kas'],
    ['a parent for all accounts', 'directive', '; A journal', 'apply account x'],
    ['a price', 'directive', '; A journal', 'P 2026-01-01 € $2.00'],
    ['a transaction that repeats', 'directive', '2026-01-01 BEGINSTAND', '~ monthly'],
    ['a rule that makes postings', 'directive', '2026-01-01 BEGINSTAND', '= bank'],
    ['a posting after a blank line', 'directive', '    bank:wmo  € 10', '\n    bank:wmo  € 10'],
    ['something below a declared account', 'directive', 'account bank:wmo', 'account bank:wmo\n  ; type: A'],
    ['a posting without its header', 'directive', '2026-01-01 BEGINSTAND\n', ''],
    ['no commodity', 'commodity', 'commodity €\n  format € 1000.00', ''],
    ['a commodity without its format', 'commodity', '\n  format € 1000.00', ''],
    ['a format that could be thousands', 'commodity', 'format € 1000.00', 'format € 1.000'],
    ['a format of another commodity', 'commodity', 'format € 1000.00', 'format $ 1000.00'],
    ['a commodity declared twice', 'commodity', '\n\n', '\ncommodity €\n  format € 1000.00\n\n'],
    ['an amount in another commodity', 'commodity', '€ -10.00', '$ -10.00'],
    ['an assertion in another commodity', 'commodity', '= € 1244', '= $ 1244'],
    ['an account that is not declared', 'account', 'account bank:wmo\n', ''],
    ['an account declared twice', 'account', 'account bank:wmo\n', 'account bank:wmo\naccount bank:wmo\n'],
    ['a parent account that is not declared', 'account', '    bank:wmo  € 10', '    bank  € 10'],
    ['an account with an empty part', 'account', 'account bank:wmo\n', 'account bank::wmo\n'],
    ['an account without a name', 'account', 'account bank:wmo\n', 'account \n'],
    ['a virtual account', 'account', 'account bank:wmo\n', 'account (bank:wmo)\n'],
    ['a virtual posting', 'account', '    bank:wmo  € 10', '    (bank:wmo)  € 10'],
    ['a status on a posting', 'account', '    bank:wmo  € 10', '    * bank:wmo  € 10'],
    ['a day that does not exist', 'date', '2026-01-01', '2026-02-30'],
    ['a month that does not exist', 'date', '2026-01-01', '2026-13-01'],
    ['a date without its year', 'date', '2026-01-01', '01-01'],
    ['a date of single digits', 'date', '2026-01-01', '2026-1-1'],
    ['a date with slashes', 'date', '2026-01-01', '2026/01/01'],
    ['a second date', 'date', '2026-01-01', '2026-01-01=2026-02-01'],
    ['a day before the one above it', 'order', '2026-01-01', '2026-01-03'],
    ['a status', 'header', '(parkwijk-1)', '* (parkwijk-1)'],
    ['a payee and a note', 'header', 'Wmo (samen)', 'Wmo | samen'],
    ['a comment in the description', 'header', 'Wmo (samen)', 'Wmo ; date:2025-01-01'],
    ['no description', 'header', ' BEGINSTAND', ''],
    ['an empty code', 'header', '(parkwijk-1)', '()'],
    ['a code that stays open', 'header', '(parkwijk-1)', '(parkwijk-1'],
    ['a tag that moves the transaction', 'tag', 'kind: pledge', 'date: 2025-01-01'],
    ['a tag said twice', 'tag', 'reversed-by', 'kind'],
    ['a tag without a value', 'tag', 'kind: pledge', 'kind:'],
    ['a value that begins another tag', 'tag', 'kind: pledge', 'kind: pledge,date:2025-01-01'],
    ['a comment that is no tag', 'tag', 'kind: pledge', 'a remark'],
    ['one space before the amount', 'posting', 'bank:wmo  € 10', 'bank:wmo € 10'],
    [
      'a posting without an amount',
      'posting',
      'fonds:parkwijk:vrij:wmo  € -10.00',
      'fonds:parkwijk:vrij:wmo',
    ],
    ['a comment after a posting', 'posting', '€ 1234.56\n', '€ 1234.56\n    ; kind: grant\n'],
    ['a single posting', 'posting', '    bank:wmo  € 10.00\n', ''],
    ['no posting at all', 'posting', /(?<=BEGINSTAND\n)( {4}.*\n)+/, ''],
    ['a decimal comma', 'amount', '€ 10.00', '€ 10,00'],
    ['thousands in groups', 'amount', '€ 1234.56', '€ 1,234.56'],
    ['three decimals', 'amount', '€ 10.00', '€ 10.000'],
    ['no decimals', 'amount', '€ 10.00', '€ 10'],
    ['an amount without a commodity', 'amount', '€ 10.00', '10.00'],
    ['a minus before the commodity', 'amount', '€ -10.00', '-€ 10.00'],
    ['a price for the amount', 'amount', '€ 10.00', '€ 10.00 @ $ 2.00'],
    ['an assertion of sub-accounts too', 'amount', '= € 1244', '=* € 1244'],
    ['two assertions', 'amount', '= € 1244.56', '= € 1244.56 = € 1244.56'],
    ['a cent too many', 'unbalanced', '€ 10.00', '€ 10.01'],
    ['a cent that the assertion misses', 'assertion', '= € -1244.56', '= € -1244.55'],
    ['a last stand that is not so', 'assertion', '= € 1244.56', '= € 1244.57'],
    ['a transaction that was taken out', 'assertion', /2026-01-01(.*\n){4}/, ''],
  ])('%s (%s)', (_, rule, what, by) => {
    expect(refusalOf(broken(what, by))).toBe(rule);
  });

  test('and says on which line', () => {
    expect(() => checkHledger(broken('€ 10.00', '€ 10.0'))).toThrow('line 9: amount:     bank:wmo  € 10.0');
  });
});
