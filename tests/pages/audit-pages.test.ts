import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { namedSubjects, subjectKey } from '#db/reads/audit/subject';
import { auditEntry, person, roleTerm } from '#db/schema';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type AuditSubjectKind } from '~/domain/audit/acts';
import { useSite } from '../support/site';

/** The log of the demonstration's world, as its administrator sees it. */
const it = useSite({ demo: true });
const db = () => it.database.app.db;
let admin = { id: '', name: '' };
let cookie = '';

beforeAll(async () => {
  const [found] = await it.database.owner.db
    .select({ id: person.id, name: person.name })
    .from(roleTerm)
    .innerJoin(person, eq(person.id, roleTerm.personId))
    .where(and(eq(roleTerm.role, 'admin'), isNull(roleTerm.validTo)));
  admin = { id: found?.id ?? '', name: found?.name ?? '' };
  cookie = await it.signInAs(admin.id, 'strong');
});

const textOf = async (path: string) => {
  const answer = await it.get(path, { cookie });
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('<!-- -->', '');
};

const give = (reason: string) =>
  transaction(db(), (tx) =>
    recordAct(
      tx,
      { now: it.site.now(), actor: { personId: admin.id } },
      { act: 'role.give', subjectKind: 'person', subjectId: admin.id, reason },
    ),
  );

describe('the log', () => {
  test('tells who did what to what, and why', async () => {
    await give('payer');
    const page = await textOf('/beheer/spoor');
    expect(page).toContain(`${admin.name} gaf een rol`);
    expect(page).toContain(`Persoon: ${admin.name}`);
    expect(page).toContain('>betaler<');
  });

  test('has a name for all that anything was ever done to', async () => {
    const rows = await db()
      .selectDistinct({ kind: auditEntry.subjectKind, id: auditEntry.subjectId })
      .from(auditEntry);
    const subjects = rows.map(({ kind, id }) => ({ kind: kind as AuditSubjectKind, id }));
    const named = await namedSubjects(db(), subjects);
    expect(subjects.length).toBeGreaterThan(100);
    expect(new Set(subjects.map(({ kind }) => kind)).size).toBeGreaterThan(5);
    expect(subjects.map(subjectKey).filter((key) => !named.has(key))).toEqual([]);
  });

  test('leads to the page of each thing that an administrator may open, and to no other', async () => {
    const kinds = await db().selectDistinct({ kind: auditEntry.subjectKind }).from(auditEntry);
    const led: string[] = [];
    for (const { kind } of kinds) {
      const page = await textOf(`/beheer/spoor?soort=${kind}`);
      const about = /role="cell" data-label="Waarover">[^]*?<\/td>/.exec(page)?.[0] ?? '';
      // Behind it stands the way to all that was done to it.
      const [, href] = /<a [^>]*href="(?!\/beheer\/spoor)([^"]+)"/.exec(about) ?? [];
      if (href === undefined) continue;
      led.push(kind);
      expect((await it.get(href.replaceAll('&amp;', '&'), { cookie })).status, href).toBeLessThan(400);
    }
    expect(led).toEqual(expect.arrayContaining(['initiative', 'person', 'journalEntry', 'meeting']));
    expect(led).not.toContain('bankStatement');
    expect(led).not.toContain('paymentBatch');
    expect(kinds).toEqual(expect.arrayContaining([{ kind: 'bankStatement' }, { kind: 'paymentBatch' }]));
  });

  test('shows what it filters on, and takes each away by itself', async () => {
    await give('moderator');
    const asked = `wie=${encodeURIComponent(admin.name)}&soort=person&daad=role.give&van=2020-01-01&tot=31-12-2099`;
    const page = await textOf(`/beheer/spoor?${asked}`);
    for (const chip of [
      `Wie: ${admin.name}`,
      'Gaf een rol',
      'Vanaf wo 1 januari 2020',
      'Tot en met do 31 december 2099',
    ])
      expect(page).toContain(`${chip} <span aria-hidden="true">×`);
    expect(page).toContain('>moderator<');
    expect(page).not.toContain('logde in</th>');
    expect(await textOf('/beheer/spoor?wie=zzzz')).toContain('Geen regels gevonden');
    expect(await textOf('/beheer/spoor?van=31-2-2026')).toMatch(/id="van-error"/);
  });
});

describe('its file', () => {
  test('has the same lines, and nothing that a spreadsheet runs', async () => {
    await give('=1+1');
    const asked = '?soort=person&daad=role.give';
    const page = await textOf(`/beheer/spoor${asked}`);
    const answer = await it.get(`/beheer/spoor.csv${asked}`, { cookie });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="logboek.csv"');
    const [head, ...lines] = (await answer.text())
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(head).toMatch(/^Nummer;Wanneer;Wie;/);
    expect(page).toContain(`>${lines.length} regels<`);
    expect(lines[0]).toContain(";'=1+1;");
  });
});

test.each(['/beheer/spoor', '/beheer/spoor.csv'])('%s is for an administrator alone', async (path) => {
  const roles = await db()
    .select({ id: roleTerm.personId })
    .from(roleTerm)
    .where(eq(roleTerm.role, 'controller'));
  const controller = await it.signInAs(roles[0]?.id ?? '', 'strong');
  expect((await it.get(path, { cookie: controller })).status).toBe(403);
  expect((await it.get(path, { cookie: await it.signInAs(admin.id, 'code') })).status).toBe(303);
  expect((await it.get(path)).status).toBe(303);
});
