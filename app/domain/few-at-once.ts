import { DomainError } from './errors';

/**
 * Runs work a few at a time, the rest in the order in which they came. Throws 'tooBusy' for whoever finds `waiting` before
 * them: they would wait longer than a page waits.
 */
export function fewAtOnce(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new DomainError('tooBusy');
      await new Promise<void>((go) => queue.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
