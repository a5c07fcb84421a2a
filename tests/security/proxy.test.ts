import { expect, test } from 'vitest';
import { mustHaveProxy } from '../../app/http/proxy.server';
import { configFor, useSite } from '../support/site';

/** A proxy in front that nobody told the site of: it notices, says so, and believes nothing. */
const it = useSite();
const forwarded = { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https' };
const state = async (headers = {}) =>
  ((await (await it.get('/healthz', { headers })).json()) as { proxy: string }).proxy;
const visits = async (times: number, headers = {}) => {
  for (let n = 0; n < times; n++) await it.get('/favicon.svg', { headers });
};

test('says so while most requests come through it, and not for one header that somebody made up', async () => {
  const start = new Date('2026-11-02T10:00:00Z');
  it.setNow(start);
  const said: unknown[] = [];
  it.site.log.warn = ((...args: unknown[]) => said.push(args)) as typeof it.site.log.warn;
  expect(await state()).toBe('none');
  await visits(1, forwarded);
  expect(await state()).toBe('undeclared');
  await visits(3);
  expect(await state()).toBe('none');
  await visits(12, forwarded);
  expect(await state()).toBe('undeclared');
  expect(said).toHaveLength(1);
  expect(JSON.stringify(said)).toContain('TRUST_PROXY=1');
  expect(JSON.stringify(said)).not.toContain('203.0.113.9');
  await visits(20);
  expect(await state()).toBe('none');
  await visits(20, forwarded);
  it.setNow(new Date(start.getTime() + 3_600_001));
  expect(await state()).toBe('none');
});

test('knows at start that https in front of this machine needs one, unless somebody said how it is', () => {
  const config = {
    ...configFor('', false),
    origins: ['https://wijkkas.gemeente.example'],
    trustProxy: undefined,
  };
  expect(mustHaveProxy(config)).toBe(true);
  expect(mustHaveProxy({ ...config, host: '10.0.0.4' })).toBe(true);
  expect(mustHaveProxy({ ...config, host: '203.0.113.4' })).toBe(false);
  expect(mustHaveProxy({ ...config, trustProxy: false })).toBe(false);
  expect(mustHaveProxy({ ...config, trustProxy: true })).toBe(false);
  expect(mustHaveProxy({ ...config, origins: ['http://localhost:3000'] })).toBe(false);
});
