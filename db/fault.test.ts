import { describe, expect, test } from 'vitest';
import { ConnectionLost } from './backend';
import { faultOf, OutcomeUnknown, PoolBusy } from './fault';

const errno = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });

describe('what befell the database', () => {
  test.each([
    ['a lost connection', new ConnectionLost(), 'away'],
    [
      'one below what the query builder says',
      new Error('Failed query', { cause: new ConnectionLost() }),
      'away',
    ],
    ['an outcome that nobody knows', new OutcomeUnknown(new ConnectionLost()), 'away'],
    ['nobody who listens', errno('ECONNREFUSED', 'connect'), 'away'],
    ['a socket that is not there', errno('ENOENT', 'connect'), 'away'],
    ['no place in time', new PoolBusy(), 'busy'],
    ['a file that is not there', errno('ENOENT', 'open'), undefined],
    ['a mistake of ours', new TypeError('x is not a function'), undefined],
    ['no error at all', 'ECONNREFUSED', undefined],
  ] as const)('%s', (_what, error, fault) => {
    expect(faultOf(error)).toBe(fault);
  });
});
