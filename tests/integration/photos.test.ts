import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { seatsOf } from '#db/reads/council/body';
import { photoHashOf, shownPhoto } from '#db/reads/people/photo';
import { auditEntry, membership, person, personPhoto } from '#db/schema';
import { forgetExpired } from '#db/writes/tidy';
import { databaseError } from '#db/fault';
import { sha256 } from '#db/writes/hash';
import { addDays } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '~/usecases/context.server';
import { removePhoto } from '~/usecases/people/remove-photo.server';
import { setPhoto } from '~/usecases/people/set-photo.server';
import { at, type Council, makeCouncil, now, today } from '../support/council-world';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';

const database = useDatabase({ max: 6 });
const owner = () => database.owner.db;
let council: Council;

const picture = (background: string) =>
  sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
const member = (index: number) => at(database.app.db, council.members[index]?.personId ?? '');
const idOf = ({ actor }: Context) => actor.personId ?? '';
const hashOf = (context: Context) => photoHashOf(database.app.db, idOf(context));
const served = async (context: Context, on = today) =>
  shownPhoto(database.app.db, (await hashOf(context)) ?? '', on);
const rowsOf = (context: Context) =>
  owner()
    .select()
    .from(personPhoto)
    .where(eq(personPhoto.personId, idOf(context)));
const actsOf = async (context: Context) =>
  (
    await owner()
      .select({ act: auditEntry.act })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, idOf(context)))
      .orderBy(auditEntry.seq)
  ).map(({ act }) => act);
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : 'another error'),
  );

beforeAll(async () => {
  council = await makeCouncil(database, { seats: 6 });
});

describe('a photo of a member', () => {
  test('is kept, shown with their seat, and is in the log without the photo itself', async () => {
    const own = await member(0);
    await setPhoto(own, await picture('#a63d23'));
    const [kept] = await rowsOf(own);
    expect(kept).toMatchObject({ savedAt: own.now, hash: sha256(kept?.content ?? '') });
    expect((await sharp(kept?.content).metadata()).width).toBe(320);
    const seats = await seatsOf(database.app.db, council.bodyId, today);
    expect(seats.filter(({ photoHash }) => photoHash !== null)).toMatchObject([
      { personId: idOf(own), photoHash: kept?.hash },
    ]);
    expect(await served(own)).toEqual(kept?.content);
    const [logged] = await owner()
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, idOf(own)), eq(auditEntry.act, 'person.photo')));
    expect(logged).toMatchObject({ actorId: idOf(own), reason: null });
  });

  test('takes the place of the one before, also of one that is handed in at the same moment', async () => {
    const own = await member(1);
    await Promise.all([setPhoto(own, await picture('red')), setPhoto(own, await picture('blue'))]);
    const [kept, ...others] = await rowsOf(own);
    expect(others).toEqual([]);
    await setPhoto(own, await picture('green'));
    expect(await rowsOf(own)).toHaveLength(1);
    expect(await shownPhoto(database.app.db, kept?.hash ?? '', today)).toBeUndefined();
  });

  test('is really gone when they take it away; that it was there stays in the log', async () => {
    const own = await member(2);
    await setPhoto(own, await picture('red'));
    await removePhoto(own);
    expect(await rowsOf(own)).toEqual([]);
    await removePhoto(own);
    expect(await actsOf(own)).toEqual(['person.photo', 'person.removePhoto']);
  });

  test('that two members share stays with one when the other takes it away', async () => {
    const [one, other] = await Promise.all([member(2), member(3)]);
    for (const own of [one, other]) await setPhoto(own, await picture('pink'));
    await removePhoto(one);
    expect(await served(other)).toBeDefined();
    await removePhoto(other);
  });

  test('is refused where it is none, and the one before stays', async () => {
    const own = await member(3);
    await setPhoto(own, await picture('red'));
    const before = await hashOf(own);
    expect(await codeOf(setPhoto(own, Buffer.from('geen foto')))).toBe('photoUnreadable');
    expect(await hashOf(own)).toBe(before);
  });

  test('is for who sits in a council', async () => {
    const { id } = await makePerson(owner());
    const neighbour = await at(database.app.db, id);
    expect(await codeOf(setPhoto(neighbour, await picture('red')))).toBe('notYourRole');
    const nobody = { ...neighbour, actor: { ...neighbour.actor, personId: null } };
    expect(await codeOf(setPhoto(nobody, await picture('red')))).toBe('signInFirst');
    expect(await codeOf(removePhoto(nobody))).toBe('signInFirst');
  });
});

describe('who leaves', () => {
  test('the council: the photo is shown up to their last day, and deleted in the night after', async () => {
    const own = await member(4);
    await setPhoto(own, await picture('yellow'));
    const validTo = addDays(today, 1);
    await owner()
      .update(membership)
      .set({ validTo })
      .where(eq(membership.personId, idOf(own)));
    expect(await served(own, today)).toBeDefined();
    expect(await served(own, validTo)).toBeUndefined();
    await forgetExpired(database.app.db, now);
    expect(await rowsOf(own)).toHaveLength(1);
    await forgetExpired(database.app.db, new Date(now.getTime() + 86_400_000));
    expect(await rowsOf(own)).toEqual([]);
    expect(await rowsOf(await member(0))).toHaveLength(1);
  });

  test('the site: with the account its photo is deleted, and none comes after', async () => {
    const own = await member(5);
    await setPhoto(own, await picture('red'));
    await owner()
      .update(person)
      .set({ name: 'Anders' })
      .where(eq(person.id, idOf(own)));
    expect(await rowsOf(own)).toHaveLength(1);
    await owner()
      .update(person)
      .set({ endedAt: now })
      .where(eq(person.id, idOf(own)));
    expect(await rowsOf(own)).toEqual([]);
    const late = await setPhoto(own, await picture('blue')).catch((error: unknown) => databaseError(error));
    expect(late?.constraint_name).toBe('person_photo_account');
    expect(await rowsOf(own)).toEqual([]);
  });

  test('the site at the moment that they hand one in: it is gone whoever comes first', async () => {
    const { id } = await makePerson(owner());
    const content = Buffer.from('photo');
    const photo = { personId: id, hash: sha256(content), content, savedAt: now };
    const { answer } = await owner().transaction(async (tx) => {
      await tx.update(person).set({ endedAt: now }).where(eq(person.id, id));
      const late = database.app.db
        .insert(personPhoto)
        .values(photo)
        .then(
          () => 'kept',
          (error: unknown) => databaseError(error)?.constraint_name,
        );
      expect(await Promise.race([late, sleep(300, 'waits')])).toBe('waits');
      return { answer: late };
    });
    expect(await answer).toBe('person_photo_account');
  });
});
