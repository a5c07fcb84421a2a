import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once';

/** Work that ends when it is told to, and how many of it were busy at once. */
function workshop(atOnce: number, waiting: number) {
  const run = fewAtOnce(atOnce, waiting);
  const seen = { now: 0, most: 0, order: [] as number[] };
  const work = async (n: number) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    seen.order.push(n);
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.now -= 1;
    if (n === 3) throw new Error('broken');
    return n;
  };
  return { seen, run: (n: number) => run(() => work(n)) };
}

test('never more than two, in the order in which they came, and a failure holds nobody up', async () => {
  const { seen, run } = workshop(2, 100);
  const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => run(n)));
  expect(seen.most).toBe(2);
  expect(seen.order).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(await run(60)).toBe(60);
  expect(seen.most).toBe(2);
});

test('whoever finds too many before them is told so at once', async () => {
  const { run } = workshop(2, 3);
  const answers = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => run(n + 10)));
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 'fulfilled'),
    ...Array.from({ length: 4 }, () => 'rejected'),
  ]);
  expect(answers[8]).toMatchObject({ reason: { code: 'tooBusy', kind: 'limited' } });
});
