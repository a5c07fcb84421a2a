import { DrizzleQueryError } from 'drizzle-orm/errors';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logOptions, speakable } from './log.server';

function logged(write: (log: pino.Logger) => void): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  write(pino(logOptions('info'), sink));
  return text;
}

test('a failed query leaves no address or code in the log', () => {
  const cause = Object.assign(new Error('canceling statement'), { code: '55P03', constraint_name: 'x' });
  const error = new DrizzleQueryError(
    'insert into mail values ($1, $2)',
    ['kanarie@geheim.nl', '6975 4959\n x'],
    cause,
  );
  const text = logged((log) => log.error({ err: error }, 'request failed'));
  expect(text).toContain('55P03');
  expect(text).toContain('insert into mail');
  expect(text).not.toMatch(/kanarie|6975/);
});

test('an error of which nobody can say where it happened is logged all the same', () => {
  const error = new Error('it broke');
  Object.defineProperty(error, 'stack', {
    get: () => {
      throw new RangeError('Maximum call stack size exceeded');
    },
  });
  expect(logged((log) => log.error({ err: error }, 'request failed'))).toContain('it broke');
});

test('what is secret by name is struck out', () => {
  const text = logged((log) => log.info({ email: 'kanarie@geheim.nl', person: { token: 'kanarie' } }, 'x'));
  expect(text).not.toContain('kanarie');
  expect(text).toContain('[weg]');
});

test('nor does the queue get them, which keeps the errors of its tasks', () => {
  const cause = Object.assign(new Error('canceling statement'), { code: '55P03' });
  const error = new DrizzleQueryError('insert into bank_line values ($1)', ['NL91ABNA0417164300'], cause);
  const logged = speakable(error);
  expect(logged.message).toBe('Failed query: insert into bank_line values ($1) (55P03)');
  expect(`${logged.message} ${logged.stack}`).not.toContain('NL91');
  expect(speakable('no error').message).toBe('no error object');
});
