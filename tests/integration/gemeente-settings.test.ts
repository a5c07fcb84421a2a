import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { logoByHash, ownAccount, settingsInForce, settingsVersions } from '#db/reads/site/settings';
import { auditEntry, gemeenteLogo, gemeenteSettings } from '#db/schema';
import { DomainError } from '~/domain/errors';
import { type Theme } from '~/domain/site/theme';
import { type Context } from '~/usecases/context.server';
import { plantSettings } from '~/usecases/site/plant-settings.server';
import { setDetails, type TypedDetails } from '~/usecases/site/set-details.server';
import { setLogo } from '~/usecases/site/set-logo.server';
import { setTheme } from '~/usecases/site/set-theme.server';
import { administrator } from '../support/administrator';
import { at } from '../support/council-world';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';
import { firstSettings } from '../support/settings';

const database = useDatabase({ max: 6 });
const now = new Date('2026-11-02T10:00:00Z');
let admin: Context;
let colleague: Context;

const typed: TypedDetails = {
  ...{
    seen: 1,
    name: 'Vierstromen',
    email: 'wijkkas@vierstromen.example',
    phone: '',
    address: '',
    reach: '',
  },
  ...{ iban: 'NL91 ABNA 0417 1643 00', bankName: 'Gemeente Vierstromen', english: true },
};
const bank = { iban: 'NL91ABNA0417164300', name: 'Gemeente Vierstromen' };
const blue: Theme = { base: 'noorderzijl', action: '#1b3f7a', header: null, footer: null };
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const held = () => settingsInForce(database.app.db);
const rows = () => database.owner.db.select().from(gemeenteSettings).orderBy(gemeenteSettings.version);
const refusal = async (act: Promise<unknown>) => {
  const error: unknown = await act.then(
    () => new Error('it was done'),
    (found: unknown) => found,
  );
  if (error instanceof DomainError) return { code: error.code, field: error.field, detail: error.detail };
  throw error;
};

beforeAll(async () => {
  admin = await administrator(database);
  colleague = await administrator(database);
});

describe('before and at the first start', () => {
  test('there is nothing to change, and no account', async () => {
    expect(await held()).toBeUndefined();
    expect(await ownAccount(database.app.db)).toBeNull();
    expect(await refusal(setTheme(admin, blue))).toMatchObject({ code: 'notFound' });
  });

  test('the settings of the program become the first version, however many start at once, and never again', async () => {
    await Promise.all([1, 2, 3].map(() => plantSettings(database.app.db, firstSettings, now)));
    await plantSettings(database.app.db, { ...firstSettings, email: 'ander@wijkkas.example' }, now);
    expect(await held()).toEqual({ version: 1, ...firstSettings });
    expect(await rows()).toMatchObject([{ version: 1, savedBy: null, name: null }]);
  });
});

describe('what a gemeente tells of itself', () => {
  test('is a version more, with who and when, in the log too; the one before stays', async () => {
    expect(await setDetails(admin, { ...typed, phone: ' 14 033 ', address: 'Brink 1' })).toEqual({
      others: false,
    });
    expect(await held()).toMatchObject({
      version: 2,
      name: 'Vierstromen',
      phone: '14 033',
      reach: null,
      bank,
    });
    expect(await ownAccount(database.app.db)).toEqual(bank);
    expect(await rows()).toMatchObject([
      { version: 1, name: null, bankIban: 'NL71VIER0123456789' },
      { version: 2, savedBy: admin.actor.personId, savedAt: admin.now },
    ]);
    const logged = await database.owner.db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.act, 'gemeente.details'));
    expect(logged).toMatchObject([
      { actorId: admin.actor.personId, subjectKind: 'gemeente', subjectId: '2' },
    ]);
  });

  test.each<[string, string | undefined, Partial<TypedDetails>]>([
    ['ibanInvalid', 'iban', { iban: 'NL91ABNA0417164301' }],
    ['ibanInvalid', 'iban', { iban: 'US64SVBKUS6S3300958879' }],
    ['required', 'iban', { iban: ' ' }],
    ['required', 'bankName', { bankName: '' }],
    ['required', 'name', { name: ' ' }],
    ['tooLong', 'reach', { reach: 'x'.repeat(501) }],
  ])('is refused as %s at %s', async (code, field, change) => {
    const before = await held();
    expect(await refusal(setDetails(admin, { ...typed, ...change }))).toMatchObject({ code, field });
    expect(await held()).toEqual(before);
  });

  test('can be without an account', async () => {
    await setDetails(admin, { ...typed, iban: '', bankName: '' });
    expect(await ownAccount(database.app.db)).toBeNull();
    await setDetails(admin, typed);
  });

  test('is not for somebody else', async () => {
    const { id } = await makePerson(database.owner.db);
    const resident = await at(database.app.db, id);
    expect(await refusal(setDetails(resident, typed))).toMatchObject({ code: 'notYourRole' });
    expect(await refusal(setTheme(resident, blue))).toMatchObject({ code: 'notYourRole' });
    expect(await refusal(setLogo(resident, pixel))).toMatchObject({ code: 'notYourRole' });
    const weak = { ...admin, actor: { ...admin.actor, assurance: 'code' as const } };
    expect(await refusal(setDetails(weak, typed))).toMatchObject({ code: 'strongSignInNeeded' });
  });
});

describe('two administrators who save at once', () => {
  test('both have their version: the last holds, and who came after the other is told', async () => {
    const { version: seen = 0 } = (await held()) ?? {};
    const saved = await Promise.all([
      setDetails(admin, { ...typed, seen, name: 'Van de een' }),
      setDetails(colleague, { ...typed, seen, name: 'Van de ander' }),
    ]);
    expect(saved.map(({ others }) => others).sort()).toEqual([false, true]);
    const both = (await rows()).slice(-2);
    expect(both.map(({ version }) => version)).toEqual([seen + 1, seen + 2]);
    expect(both.map(({ name }) => name).sort()).toEqual(['Van de ander', 'Van de een']);
    expect((await held())?.name).toBe(both[1]?.name);
    expect(both[1]?.savedBy).toBe((saved[1]?.others ? colleague : admin).actor.personId);
  });

  test('lose nothing where each changes another part', async () => {
    const acts = [
      setDetails(admin, { ...typed, name: 'Noorderzijl', english: false }),
      setTheme(colleague, blue),
      setLogo(admin, pixel),
    ];
    await Promise.all(acts);
    expect(await held()).toMatchObject({
      name: 'Noorderzijl',
      english: false,
      theme: blue,
      logo: { kind: 'png' },
    });
  });

  test('see of each other what was changed, the newest first, over pages', async () => {
    const list = await settingsVersions(database.app.db, { page: 1, size: 3 });
    expect(list.rows).toHaveLength(3);
    expect(list.rows.map(({ version }) => version)).toEqual([list.total, list.total - 1, list.total - 2]);
    const last = await settingsVersions(database.app.db, { page: Math.ceil(list.total / 3), size: 3 });
    expect(last.rows.at(-1)).toMatchObject({ version: 1, savedById: null, savedBy: null, before: null });
    expect(list.rows[2]?.before).toMatchObject({ version: list.total - 3 });
  });
});

describe('colours', () => {
  test('that cannot be read are refused with their contrast', async () => {
    expect(await refusal(setTheme(admin, { ...blue, action: '#ffd400' }))).toMatchObject({
      ...{ code: 'contrastTooLow', field: 'action' },
      detail: { ratio: 1.1 },
    });
  });
});

describe('a logo', () => {
  test('in SVG keeps its drawing alone, under the hash of what is left', async () => {
    const unsafe = drawing.replace('<path', '<script>alert(1)</script><path onclick="alert(1)"');
    await setLogo(admin, Buffer.from(unsafe));
    const { logo } = (await held()) ?? {};
    expect(logo?.kind).toBe('svg');
    const kept = await logoByHash(database.app.db, logo?.hash ?? '');
    expect(kept?.content.toString()).toBe(drawing);
    await setLogo(admin, Buffer.from(drawing));
    expect((await held())?.logo).toEqual(logo);
  });

  test('and colours stay what they are when something else is saved', async () => {
    await setTheme(admin, blue);
    const { logo } = (await held()) ?? {};
    expect(logo?.kind).toBe('svg');
    await setDetails(admin, typed);
    expect(await held()).toMatchObject({ logo, theme: blue, name: 'Vierstromen' });
  });

  test('can be taken away, and stays in the version that had it', async () => {
    await setLogo(admin, null);
    expect((await held())?.logo).toBeNull();
    expect((await rows()).at(-2)?.logoHash).toMatch(/^[\da-f]{64}$/);
  });

  test.each([
    ['logoUnreadable', Buffer.from('Gemeente Ergens')],
    ['logoUnreadable', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>a</script></svg>')],
    ['logoUnreadable', Buffer.concat([pixel, Buffer.from('<script>')])],
    ['logoUnreadable', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['logoTooLarge', Buffer.alloc(204_801, 'x')],
    ['logoTooLarge', wide(2001, 1)],
    ['logoTooLarge', wide(1, 4_000_000_000)],
    ['logoUnreadable', wide(0, 1)],
  ])('is refused: %s', async (code, bytes) => {
    const before = await held();
    expect(await refusal(setLogo(admin, bytes))).toMatchObject({ code, field: 'file' });
    expect(await held()).toEqual(before);
  });
});

function wide(width: number, height: number): Buffer {
  const bytes = Buffer.from(pixel);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('the database', () => {
  const insert = (version: number) =>
    database.app.db.insert(gemeenteSettings).values({
      ...{ version, email: 'a@b.example', english: true, theme: 'vierstromen' as const },
      ...{ savedBy: admin.actor.personId, savedAt: now },
    });
  const constraintOf = async (act: PromiseLike<unknown>) => {
    const error: unknown = await Promise.resolve(act).catch((found: unknown) => found);
    const cause = (error as { cause?: { constraint_name?: string; message?: string } }).cause;
    return cause?.constraint_name ?? cause?.message;
  };

  test('lets no version be left out or come twice', async () => {
    const { version = 0 } = (await held()) ?? {};
    expect(await constraintOf(insert(version + 2))).toBe('gemeente_settings_next');
    expect(await constraintOf(insert(version))).toBe('gemeente_settings_next');
  });

  test('lets nobody change or remove what was, nor a logo', async () => {
    for (const table of ['gemeente_settings', 'gemeente_logo']) {
      const change = table === 'gemeente_logo' ? "kind = 'png'" : "name = 'Anders'";
      for (const act of [
        `update ${table} set ${change}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        expect(await constraintOf(database.app.db.execute(sql.raw(act)))).toMatch(/permission denied/);
        expect(await constraintOf(database.owner.db.execute(sql.raw(act)))).toMatch(
          /append.only|may not|never|refuse/i,
        );
      }
    }
  });

  test('takes a logo only under the hash of what it is', async () => {
    const wrong = { hash: 'a'.repeat(64), kind: 'png' as const, content: pixel };
    expect(await constraintOf(database.app.db.insert(gemeenteLogo).values(wrong))).toBe('gemeente_logo_hash');
  });
});
