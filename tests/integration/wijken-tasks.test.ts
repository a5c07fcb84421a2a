import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { wijkenFileById, managedWijken } from '#db/reads/area/manage';
import { roleTerm, wijkenFile } from '#db/schema';
import { forgetExpired } from '#db/writes/tidy';
import { readingState } from '~/domain/area/reading';
import { type Context } from '~/usecases/context.server';
import { askWijken } from '~/usecases/area/ask-wijken.server';
import { handInWijken } from '~/usecases/area/hand-in-wijken.server';
import { runWijkenTasks } from '~/usecases/area/run-wijken-tasks.server';
import { administrator } from '../support/administrator';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { refused } from '../support/refused';
import { wijkenText } from '../support/wijken-file';

const database = useDatabase();
useChecks(database);
let admin: Context;
beforeAll(async () => {
  admin = await administrator(database);
});

const names = ['Centrum', 'Haven'];
const db = () => database.app.db;
const handIn = (text: string) => handInWijken(admin, { bytes: new TextEncoder().encode(text), year: 2024 });
const work = () => runWijkenTasks({ db: db(), newId: randomUUID, now: () => admin.now });
const file = async (id: string) => (await wijkenFileById(db(), id)) ?? expect.fail(id);
const stateOf = async (id: string) => readingState(await file(id));
const known = async () => (await managedWijken(db())).map(({ name }) => name);

/** Handed in, looked at, said to be right and read; answers its id. */
async function read(text: string): Promise<string> {
  const id = await handIn(text);
  await work();
  await askWijken(admin, id);
  await work();
  return id;
}

describe('a file with wijken', () => {
  test('is looked at beside: each wijk by its name, and nothing has changed', async () => {
    const id = await handIn(wijkenText(names));
    expect(await stateOf(id)).toBe('running');
    await expect(askWijken(admin, id)).rejects.toEqual(refused('notFound'));
    expect(await work()).toBe(1);
    expect(await stateOf(id)).toBe('looked');
    expect((await file(id)).found).toMatchObject({
      ...{ kind: 'wijken', gemeente: 'Vierstromen' },
      names: { created: names, changed: [], unchanged: [] },
    });
    expect(await known()).toEqual([]);
    expect(await work(), 'it waits for somebody').toBe(0);
  });

  test('is read once somebody said that it is right, and not kept after that', async () => {
    const id = await read(wijkenText(names));
    expect(await stateOf(id)).toBe('read');
    expect(await file(id)).toMatchObject({ content: null, percent: 100 });
    expect(await known()).toEqual(names);
    await expect(askWijken(admin, id)).rejects.toEqual(refused('notFound'));
  });

  test('that is the same again changes nothing, and says so by name', async () => {
    const id = await handIn(wijkenText(names));
    await work();
    expect((await file(id)).found?.names).toEqual({ created: [], changed: [], unchanged: names });
  });

  test('that is wrong is refused with its line, and not kept', async () => {
    const id = await handIn(wijkenText(['Centrum', '']));
    await work();
    const { content, refusal } = await file(id);
    expect({ content, refusal }).toMatchObject({
      content: null,
      refusal: { code: 'fileInvalid', detail: { wijk: 2, problem: 'nameMissing' } },
    });
    expect(refusal?.detail.line).toBeGreaterThan(0);
    expect(await stateOf(id)).toBe('refused');
  });

  test('of another gemeente is named as such', async () => {
    const id = await handIn(wijkenText(names, { code: 'GM9902', name: 'Elders' }));
    await work();
    const detail = { found: 'Elders', own: 'Vierstromen' };
    expect((await file(id)).refusal).toEqual({ code: 'otherGemeente', detail });
  });

  test('is not read for who lost their role meanwhile', async () => {
    const id = await handIn(wijkenText([...names, 'Nieuw']));
    await work();
    await askWijken(admin, id);
    const { owner } = database;
    const validTo = admin.today;
    const personId = admin.actor.personId ?? '';
    const terms = await owner.db.select().from(roleTerm).where(eq(roleTerm.personId, personId));
    await owner.db.update(roleTerm).set({ validTo }).where(eq(roleTerm.personId, personId));
    await work();
    expect((await file(id)).refusal?.code).toBe('notYourRole');
    expect(await known()).toEqual(names);
    const again = terms.map((term) => ({ ...term, id: randomUUID() }));
    await owner.db.insert(roleTerm).values(again);
  });

  test('that nobody says anything about is let go of after a week', async () => {
    const id = await handIn(wijkenText(names));
    await work();
    const day = 86_400_000;
    await forgetExpired(db(), new Date(admin.now.getTime() + 7 * day));
    expect(await stateOf(id)).toBe('looked');
    await forgetExpired(db(), new Date(admin.now.getTime() + 7 * day + 1));
    expect(await stateOf(id)).toBe('lapsed');
    expect((await file(id)).content).toBeNull();
  });

  test('only ends: neither the app nor the owner makes it another', async () => {
    const id = await handIn(wijkenText(names));
    const it = eq(wijkenFile.id, id);
    const owner = database.owner.db;
    await expect(owner.update(wijkenFile).set({ content: 'x' }).where(it)).rejects.toThrow();
    await expect(owner.delete(wijkenFile).where(it)).rejects.toThrow();
    await expect(db().update(wijkenFile).set({ year: 2023 }).where(it)).rejects.toThrow();
    await owner.update(wijkenFile).set({ content: null, endedAt: admin.now }).where(it);
    await expect(owner.update(wijkenFile).set({ percent: 1 }).where(it)).rejects.toThrow();
  });
});
