import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { area, body, membership, person, roleTerm, seat } from '#db/schema';
import { useSite } from '../support/site';

const it = useSite({ demo: true });

const menu = (page: string) =>
  [...(/aria-label="Mijn werk"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '').matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => href,
  );

async function menuOf(personId: string, assurance: 'code' | 'strong' = 'strong') {
  return menu(await (await it.get('/over', { cookie: await it.signInAs(personId, assurance) })).text());
}

async function holderOf(
  role: 'controller' | 'payer' | 'areaManager' | 'moderator' | 'admin',
): Promise<string> {
  const [found] = await it.database.owner.db
    .select({ id: roleTerm.personId })
    .from(roleTerm)
    .where(eq(roleTerm.role, role));
  return found?.id ?? '';
}

let chair: string;

beforeAll(async () => {
  const [found] = await it.database.owner.db
    .select({ id: membership.personId })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .innerJoin(body, eq(body.id, seat.bodyId))
    .where(eq(body.slug, 'parkwijk'));
  chair = found?.id ?? '';
});

describe('the menu of the site', () => {
  test('leads who sits in a council to its desk, also before the second factor', async () => {
    expect(await menuOf(chair)).toContain('/raad/parkwijk');
    expect(await menuOf(chair, 'code')).toEqual(await menuOf(chair));
  });

  test.each(['controller', 'payer', 'areaManager'] as const)(
    'leads the %s to the money of the gemeente',
    async (role) => {
      expect(await menuOf(await holderOf(role))).toContain('/gemeente');
    },
  );

  test('leads a moderator to the reactions', async () => {
    expect(await menuOf(await holderOf('moderator'))).toContain('/beheer/reacties');
  });

  test('leads an administrator to the choices of the gemeente, and from there to the reactions', async () => {
    const admin = await holderOf('admin');
    expect(await menuOf(admin)).toEqual(expect.arrayContaining(['/beheer']));
    expect(await menuOf(admin)).not.toContain('/beheer/reacties');
    const desk = await it.get('/beheer', { cookie: await it.signInAs(admin, 'strong') });
    expect(await desk.text()).toContain('href="/beheer/reacties"');
  });

  test('says nothing of desks to a resident or a visitor', async () => {
    const [wijk] = await it.database.owner.db.select().from(area).where(eq(area.slug, 'parkwijk'));
    const id = '00000000-0000-4000-8000-0000000000aa';
    await it.database.owner.db.insert(person).values({
      ...{ id, email: 'buur@voorbeeld.example', name: 'Buur', areaId: wijk?.id, createdAt: new Date() },
    });
    expect(await menuOf(id, 'code')).toEqual([]);
    expect(await (await it.get('/over')).text()).not.toContain('Mijn werk');
  });
});
