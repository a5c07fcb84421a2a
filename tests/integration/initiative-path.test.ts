import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { initiativeByNumber } from '#db/reads/initiative/initiative';
import { auditEntry, initiative, initiativeEvent, mail, person, schemeVersion } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { isHoliday } from '~/usecases/holidays.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { useDatabase } from '../support/database';
import {
  acting,
  concept,
  dayAfter,
  days,
  euros,
  type InitiativeWorld,
  large,
  makeWorld,
  ownSite,
  whole,
} from '../support/initiative-world';
import { refused } from '../support/refused';

const database = useDatabase();
let world: InitiativeWorld;
beforeAll(async () => {
  world = await makeWorld(database);
});

const db = () => database.app.db;
const me = (at?: Date) => acting(db(), world.applicant, at);
const read = async (number: number) => {
  const found = await initiativeByNumber(db(), number);
  if (!found) throw new Error('gone');
  return found;
};
const actsOf = async (number: number) => {
  const { id } = await read(number);
  const rows = await db().select().from(initiativeEvent).where(eq(initiativeEvent.initiativeId, id));
  return rows.sort((a, b) => Number(a.seq - b.seq)).map(({ act }) => act);
};

async function supported(number: number, count: number) {
  for (const id of world.neighbours.slice(0, count)) {
    await giveSupport(await acting(db(), id), number, 'for');
  }
}

describe('a concept', () => {
  test('asks what its begroting says, less what the applicants pay', async () => {
    const number = await concept(world, db());
    expect(await read(number)).toMatchObject({ state: 'draft', published: false, requestedCents: 90_000n });
    await saveInitiative(await me(), number, { ownContributionCents: euros(5000) });
    expect((await read(number)).requestedCents).toBe(0n);
    await saveInitiative(await me(), number, { lines: [] });
    expect(await read(number)).toMatchObject({ lines: [], requestedCents: 0n });
  });

  test('may break every rule of its fund as long as it is one', async () => {
    const lines = [{ description: 'Goud', quantity: 100, unitCents: euros(9999) }];
    const number = await concept(world, db(), { lines, startsOn: dayAfter(1) });
    expect((await read(number)).state).toBe('draft');
  });

  test('is for its applicants alone to change', async () => {
    const number = await concept(world, db());
    const neighbour = await acting(db(), world.neighbours[0] ?? '');
    await expect(saveInitiative(neighbour, number, { title: 'Van mij' })).rejects.toEqual(
      refused('notYourObject'),
    );
    await expect(publishInitiative(neighbour, number)).rejects.toEqual(refused('notYourObject'));
    await expect(giveSupport(neighbour, number, 'for')).rejects.toEqual(refused('notFound'));
  });

  test('cannot begin in a wijk without a fund, or without a name', async () => {
    const context = await me();
    await expect(startInitiative(context, { areaId: world.there, title: 'X' }, ownSite)).rejects.toEqual(
      refused('noScheme', 'areaId'),
    );
    await expect(startInitiative(context, { areaId: world.here, title: '  ' }, ownSite)).rejects.toEqual(
      refused('required', 'title'),
    );
  });
});

describe('the rules of the fund, each at its field', () => {
  test.each([
    [
      'aboveMaximum',
      'lines',
      {
        lines: [{ description: 'Tent', quantity: 1, unitCents: euros(2800) }],
        ownContributionCents: euros(299.99),
      },
    ],
    ['tooSoon', 'startsOn', { startsOn: dayAfter(27) }],
    ['ownContributionShort', 'ownCents', { ownContributionCents: euros(99.99) }],
    ['nothingRequested', 'lines', { ownContributionCents: euros(1000) }],
    ['required', 'lines', { lines: [] }],
    ['required', 'startsOn', { startsOn: null }],
    ['required', 'theme', { theme: null }],
    ['required', 'story', { story: ' ' }],
  ] as const)('%s at %s', async (code, field, change) => {
    const number = await concept(world, db(), change);
    await expect(publishInitiative(await me(), number)).rejects.toEqual(refused(code, field));
    expect(await read(number)).toMatchObject({ state: 'draft', published: false });
    expect(await actsOf(number)).toEqual(['create']);
  });

  test.each([
    [
      'the maximum itself',
      {
        lines: [{ description: 'Tent', quantity: 1, unitCents: euros(2800) }],
        ownContributionCents: euros(300),
      },
    ],
    ['the first day allowed', { startsOn: dayAfter(28) }],
  ])('%s fits', async (_name, change) => {
    const number = await concept(world, db(), change);
    await publishInitiative(await me(), number);
    expect((await read(number)).published).toBe(true);
  });

  test('tooYoung at bornOn, and so is an unknown birthday', async () => {
    const young = await concept(world, db(), {}, world.child);
    const child = await acting(db(), world.child);
    await expect(publishInitiative(child, young)).rejects.toEqual(refused('tooYoung', 'bornOn'));
    await database.owner.db.update(person).set({ bornOn: null }).where(eq(person.id, world.child));
    await expect(publishInitiative(child, young)).rejects.toEqual(refused('required', 'bornOn'));
  });

  test('supportShort at support, until enough neighbours are in favour', async () => {
    const number = await concept(world, db(), large);
    await publishInitiative(await me(), number);
    expect((await read(number)).state).toBe('gathering');
    const told = () => database.owner.db.select().from(mail).where(eq(mail.kind, 'support'));
    await supported(number, 1);
    await expect(submitInitiative(await me(), number)).rejects.toEqual(refused('supportShort', 'support'));
    expect(await told()).toEqual([]);
    await supported(number, 2);
    // One of them goes and comes back: the applicants heard it already.
    const [wavering = ''] = world.neighbours;
    for (const stance of ['against', 'for'] as const) {
      await giveSupport(await acting(db(), wavering), number, stance);
    }
    expect(await told()).toMatchObject([{ subject: `Genoeg steun voor initiatief ${number}` }]);
    await submitInitiative(await me(), number);
    expect((await read(number)).state).toBe('submitted');
  });
});

describe('publishing and submitting', () => {
  test('without support needed both happen at once, and the term begins', async () => {
    const number = await concept(world, db());
    await publishInitiative(await me(), number);
    // Received on Monday 5 January, eight weeks: domain.md §2.4.
    const dates = { submittedOn: calendarDate('2026-01-05'), decideBy: calendarDate('2026-03-02') };
    expect(await read(number)).toMatchObject({ state: 'submitted', ...dates });
    expect(await actsOf(number)).toEqual(['create', 'publish', 'submit']);
    const { id } = await read(number);
    const audited = await database.owner.db.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(audited.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['initiative.create', 'initiative.publish', 'initiative.submit']),
    );
  });

  test('a term never ends on a holiday', () => {
    expect(
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-12-25'].map(
        (day) => isHoliday(calendarDate(day)),
      ),
    ).toEqual(Array(7).fill(true));
    expect(
      ['2026-05-04', '2026-12-05', '2026-12-31', '2026-03-02'].map((day) => isHoliday(calendarDate(day))),
    ).toEqual(Array(4).fill(false));
  });

  test('the content and the rules are frozen from then on', async () => {
    const number = await concept(world, db(), large);
    await publishInitiative(await me(), number);
    await expect(saveInitiative(await me(), number, { title: 'Anders' })).rejects.toEqual(
      refused('wrongState'),
    );
    await supported(number, 2);
    const strict = {
      schemeId: world.schemeId,
      validFrom: dayAfter(10),
      publishedOn: dayAfter(0),
      maxAmountCents: euros(10),
      minAge: 99,
    };
    const weeks = {
      leadTimeWeeks: 50,
      decisionWeeks: 1,
      ownContributionPct: 90,
      advancePct: 80,
      carryOver: true,
    };
    await database.owner.db.insert(schemeVersion).values({ id: randomUUID(), ...strict, ...weeks });
    await submitInitiative(await me(days(14)), number);
    expect(await read(number)).toMatchObject({
      state: 'submitted',
      schemeVersionId: world.versionId,
      submittedOn: dayAfter(14),
      decideBy: dayAfter(14 + 56),
    });
    const late = await me(days(14));
    await expect(startInitiative(late, { areaId: world.here, title: 'Nu' }, ownSite)).resolves.toBeDefined();
    const fresh = await concept(world, db());
    await expect(publishInitiative(late, fresh)).rejects.toEqual(refused('aboveMaximum', 'lines'));
    await database.owner.db.delete(schemeVersion).where(eq(schemeVersion.minAge, 99));
  });

  test('eight same clicks make one event', async () => {
    const number = await concept(world, db(), large);
    const context = await me();
    const clicks = (click: () => Promise<unknown>) => Promise.all(Array.from({ length: 8 }, click));
    await clicks(() => publishInitiative(context, number));
    await supported(number, 2);
    await clicks(() => submitInitiative(context, number));
    expect(await actsOf(number)).toEqual(['create', 'publish', 'submit']);
    const receipts = await db()
      .select()
      .from(mail)
      .where(sql`${mail.body} like ${`%Het nummer is ${number}.%`}`);
    expect(receipts.map(({ path }) => path)).toEqual([`/initiatieven/${number}`]);
  });

  test('too late for its own start, it can no longer be submitted', async () => {
    const number = await concept(world, db(), { ...large, startsOn: dayAfter(42) });
    await publishInitiative(await me(), number);
    await supported(number, 2);
    await expect(submitInitiative(await me(days(15)), number)).rejects.toEqual(
      refused('tooSoon', 'startsOn'),
    );
    await submitInitiative(await me(days(14)), number);
  });
});

describe('withdrawing', () => {
  test('a published initiative stays public, with its reason; a concept is never seen', async () => {
    const number = await concept(world, db(), large);
    await publishInitiative(await me(), number);
    expect(await withdrawInitiative(await me(), number, ' Geen tijd meer. ')).toEqual({ published: true });
    await withdrawInitiative(await me(), number);
    expect(await read(number)).toMatchObject({ state: 'withdrawn', published: true });
    expect(await actsOf(number)).toEqual(['create', 'publish', 'withdraw']);
    const hidden = await concept(world, db());
    expect(await withdrawInitiative(await me(), hidden)).toEqual({ published: false });
    expect(await read(hidden)).toMatchObject({ state: 'withdrawn', published: false });
  });

  test('nobody withdraws after a decision, and only applicants do', async () => {
    const number = await concept(world, db(), whole);
    await publishInitiative(await me(), number);
    const other = await acting(db(), world.neighbours[1] ?? '');
    await expect(withdrawInitiative(other, number)).rejects.toEqual(refused('notYourObject'));
    await database.owner.db
      .update(initiative)
      .set({ state: 'rejected' })
      .where(eq(initiative.number, number));
    await expect(withdrawInitiative(await me(), number)).rejects.toEqual(refused('wrongState'));
  });
});
