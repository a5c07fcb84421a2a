import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { auditEntry, roleTerm } from '#db/schema';
import { withoutAdministrators } from '../support/roster-world';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
const who = (email: string) => ({ body: { name: 'Fatima Bouzid', email } });

async function link(): Promise<string> {
  const found = await it.built.firstAdminLink(it.site);
  return found === null ? '' : new URL(found).pathname;
}
const admins = () => it.database.owner.db.select().from(roleTerm).where(eq(roleTerm.role, 'admin'));

describe('an installation that nobody manages', () => {
  test('is begun by who holds the link of its start, and by nobody else', async () => {
    const path = await link();
    const other = path.replace(/.(?=\/beginnen)/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await it.get(other)).status).toBe(404);
    expect((await it.post(other, who('ander@voorbeeld.example'))).status).toBe(404);
    expect((await it.get(path)).status).toBe(200);
    expect(await (await it.post(path, who('geen adres'))).text()).toContain('Fatima Bouzid');
    expect(await admins()).toEqual([]);
  });

  test('has one first administrator, of however many begin at once, who chooses a password and manages', async () => {
    const path = await link();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => it.post(path, who(`beheer-${n}@voorbeeld.example`))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404]);
    expect(await admins()).toHaveLength(1);
    const invitation = answers.find(({ status }) => status === 303)?.headers.get('location') ?? '';
    const shown = await (await it.get(invitation)).text();
    const secret = /class="wk-secret">([A-Z2-7 ]+)</.exec(shown)?.[1]?.replaceAll(' ', '') ?? '';
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: it.site.now().getTime(),
    });
    const answer = await it.post(invitation, { body: { password: 'vier fietsen bij de schuur', code } });
    expect((await it.get('/beheer', { cookie: cookiesOf(answer) })).status).toBe(200);
    const acts = await it.database.owner.db.select().from(auditEntry).where(eq(auditEntry.act, 'role.give'));
    expect(acts).toEqual([expect.objectContaining({ reason: 'admin' })]);
  });

  test('never opens again, also when that administrator is none any more', async () => {
    expect(await link()).toBe('');
    await withoutAdministrators(it.database);
    expect(await link()).toBe('');
  });
});
