import { describe, expect, test } from 'vitest';
import { readChains } from '#db/checks/ledger-chain';
import { allChecks } from '#db/checks/run';
import { lastCheck, openChecks } from '#db/reads/audit/check';
import { auditPage } from '#db/reads/audit/entry';
import { journalEntry } from '#db/schema';
import { insertCheckResult, insertCheckRun } from '#db/writes/audit/check';
import { mostFindings } from '~/domain/audit/check';
import { askCheck } from '~/usecases/audit/ask-check.server';
import { runAskedChecks } from '~/usecases/audit/run-checks.server';
import { useTampering } from '../support/checks-world';
import { raw } from '../support/money-world';
import { administrator } from '../support/administrator';

const world = useTampering();
const { database } = world;
const db = () => database.app.db;
const now = new Date('2026-06-02T10:00:00Z');
let ticks = 0;
const worker = () => ({ db: db(), now: () => new Date(now.getTime() + (ticks += 1)) });

describe('a look at the chains', () => {
  test('is asked for once, is written down, and says how much was read', async () => {
    const admin = await administrator(database);
    await Promise.all([askCheck(admin, 'chain'), askCheck(admin, 'chain')]);
    await askCheck(admin, 'chain');
    const asked = await openChecks(db(), 'chain');
    expect(asked.length).toBeLessThanOrEqual(2);
    expect((await auditPage(db(), { act: 'checks.ask' }, 1)).total).toBe(asked.length);
    await runAskedChecks(worker());
    expect(await openChecks(db())).toEqual([]);
    const found = await lastCheck(db(), 'chain');
    expect(found?.asker).toBe('Beheerder');
    expect(found?.result).toMatchObject({
      ...{ violations: 0, found: [] },
      entries: await db().$count(journalEntry),
    });
  });

  test('names the first entry that does not say what it said', async () => {
    await askCheck(await administrator(database), 'chain');
    const change = (reason: string) =>
      raw(database.owner.db, `update journal_entry set reason = ${reason} where id = ${world.entryId}`);
    await raw(database.owner.db, 'alter table journal_entry disable trigger append_only');
    await change(`reason || '!'`);
    await runAskedChecks(worker());
    await change(`rtrim(reason, '!')`);
    await raw(database.owner.db, 'alter table journal_entry enable trigger append_only');
    const found = await lastCheck(db(), 'chain');
    expect(found?.result).toMatchObject({ violations: 1 });
    expect(found?.result.found).toEqual([
      expect.objectContaining({ check: 'entry-chain', subject: `${world.entryId}` }),
    ]);
    expect((await readChains(db())).found).toEqual([]);
  });

  test('is not for who is no administrator', async () => {
    await expect(askCheck(world.context, 'chain')).rejects.toMatchObject({ code: 'notYourRole' });
    expect(await openChecks(db())).toEqual([]);
  });
});

test('a look at everything says how many rules, and keeps the first of many findings', async () => {
  await askCheck(await administrator(database), 'all');
  await runAskedChecks(worker());
  expect((await lastCheck(db(), 'all'))?.result).toMatchObject({
    ...{ checks: allChecks.length, entries: null, violations: 0 },
  });
  const id = '00000000-0000-4000-8000-0000000000cc';
  const found = Array.from({ length: mostFindings + 50 }, (_, place) => ({
    ...{ check: 'entry-chain', meaning: 'm', subject: String(place), detail: 'd' },
  }));
  await insertCheckRun(db(), { id, scope: 'all', askedAt: now });
  const later = new Date(now.getTime() + 60_000);
  await insertCheckResult(db(), id, later, { checks: 1, violations: found.length, found });
  await insertCheckResult(db(), id, later, { checks: 9, violations: 0, found: [] });
  const kept = (await lastCheck(db(), 'all'))?.result;
  expect([kept?.checks, kept?.violations, kept?.found.length]).toEqual([1, found.length, mostFindings]);
});
