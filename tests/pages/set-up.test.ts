import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mandate, roleTerm, schemeArea } from '#db/schema';
import { useSite } from '../support/site';

const it = useSite({ demo: true });
let cookie: string;

beforeAll(async () => {
  const [admin] = await it.database.owner.db
    .select({ id: roleTerm.personId })
    .from(roleTerm)
    .where(eq(roleTerm.role, 'admin'));
  cookie = await it.signInAs(admin?.id ?? '', 'strong');
});

const shown = async () =>
  (await (await it.get('/beheer/inrichten', { cookie })).text()).replaceAll('<!-- -->', '');
const waiting = (page: string) => page.split('wacht op jou').length - 1;

describe('the guide for setting up a gemeente', () => {
  test('says of a gemeente where all is arranged that nothing waits', async () => {
    const page = await shown();
    expect(page).toContain('Alles staat klaar.');
    expect(waiting(page)).toBe(0);
    expect(page).not.toContain('Wat er per wijk nog ontbreekt');
  });

  test('names the wijk, and what lacks there', async () => {
    const { db } = it.database.owner;
    await db.delete(schemeArea);
    await db.delete(mandate);
    await db.delete(roleTerm).where(eq(roleTerm.role, 'payer'));
    const page = await shown();
    expect(page).toContain('Er wachten nog 3 stappen.');
    expect(waiting(page)).toBe(3);
    expect(page.split('Geen regeling: niemand kan geld vragen.')).toHaveLength(7);
    expect(page.split('Geen mandaat')).toHaveLength(7);
  });
});
