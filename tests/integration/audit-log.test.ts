import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AuditFilter, auditPage, withAuditRows } from '#db/reads/audit/entry';
import { namedSubjects } from '#db/reads/audit/subject';
import { transaction } from '#db/transaction';
import { recordActs } from '#db/writes/audit/audit';
import { auditSubjectKinds } from '~/domain/audit/acts';
import { calendarDate } from '~/domain/calendar';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';

const database = useDatabase();
const db = () => database.app.db;
const people = { renée: '', joost: '' };

/** Just before and just after midnight in Amsterdam, when it is another day by the clock of the world. */
const [late, early] = [new Date('2026-06-01T21:59:59Z'), new Date('2026-06-01T22:00:00Z')];

const record = (personId: string | null, now: Date, reason: string | null = null) =>
  transaction(db(), (tx) =>
    recordActs(tx, { now, actor: { personId } }, [
      { act: 'person.update', subjectKind: 'person', subjectId: personId ?? people.joost, reason },
    ]),
  );

const reasons = async (filter: AuditFilter) =>
  (await auditPage(db(), filter, 1)).rows.map(({ reason }) => reason);

beforeAll(async () => {
  people.renée = (await makePerson(database.owner.db, { name: 'Renée de Wit' })).id;
  people.joost = (await makePerson(database.owner.db, { name: 'Joost 100%' })).id;
  await record(people.renée, late, 'laat');
  await record(people.joost, early, 'vroeg');
  await record(null, early, 'niemand');
});

describe('looking in the log', () => {
  test('the newest comes first, with who and what it was about', async () => {
    const { rows, total } = await auditPage(db(), {}, 1);
    expect([total, rows.map(({ reason }) => reason)]).toEqual([3, ['niemand', 'vroeg', 'laat']]);
    expect(rows[0]?.actor).toEqual({ id: null, name: null });
    expect(rows[2]?.actor.name).toBe('Renée de Wit');
    expect(rows[2]?.subject).toEqual({ name: 'Renée de Wit', on: null, address: [people.renée] });
  });

  test.each([
    [{ who: 'renee' }, ['laat']],
    [{ who: 'DE WIT' }, ['laat']],
    [{ who: '%' }, ['vroeg']],
    [{ who: '_' }, []],
    [{ act: 'role.give' }, []],
    [{ kind: 'person' }, ['niemand', 'vroeg', 'laat']],
    [{ kind: 'round' }, []],
    [{ from: calendarDate('2026-06-02') }, ['niemand', 'vroeg']],
    [{ to: calendarDate('2026-06-01') }, ['laat']],
    [{ from: calendarDate('2026-06-01'), to: calendarDate('2026-06-01') }, ['laat']],
  ] satisfies [AuditFilter, string[]][])('%j', async (filter, expected) => {
    expect(await reasons(filter)).toEqual(expected);
  });

  test('is about one thing, of its own kind', async () => {
    expect(await reasons({ kind: 'person', subjectId: people.renée })).toEqual(['laat']);
    expect(await reasons({ kind: 'area', subjectId: people.renée })).toEqual([]);
  });
});

describe('what an act was about', () => {
  test.each(auditSubjectKinds)('%s: is looked up by its id, whatever that says', async (kind) => {
    const ids = [randomUUID(), '2025', '1', "'; drop table person; --", ''];
    const named = await namedSubjects(
      db(),
      ids.map((id) => ({ kind, id })),
    );
    expect([...named]).toEqual([]);
  });
});

test('all that fits comes in portions, once each, as it was at one moment', async () => {
  const many = Array.from({ length: 2_500 }, (_, place) => ({
    ...({ act: 'role.give', subjectKind: 'person', subjectId: people.joost } as const),
    reason: String(place),
  }));
  await transaction(db(), (tx) => recordActs(tx, { now: early, actor: { personId: people.renée } }, many));
  const found = await withAuditRows(db(), { act: 'role.give' }, async (rows) => {
    const seen: (string | null)[] = [];
    for await (const { reason } of rows) {
      if (seen.length === 0) await record(people.renée, early);
      seen.push(reason);
    }
    return seen;
  });
  expect(found).toEqual(many.map(({ reason }) => reason).reverse());
});
