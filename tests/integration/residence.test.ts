import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { lettersOfBatch, openLetter } from '#db/reads/people/residence';
import { auditEntry, mail, residence, residenceLetter } from '#db/schema';
import { forgetExpired } from '#db/writes/tidy';
import { addDays, calendarDate } from '~/domain/calendar';
import { checkResidence } from '~/usecases/people/check-residence.server';
import { printResidenceLetters } from '~/usecases/people/print-residence-letters.server';
import { proveByList } from '~/usecases/people/prove-by-list.server';
import { redeemResidenceLetter } from '~/usecases/people/redeem-residence-letter.server';
import { rejectResidence } from '~/usecases/people/reject-residence.server';
import { savePerson } from '~/usecases/people/save-person.server';
import { joinArea } from '~/usecases/area/join-area.server';
import { outcomes } from '../support/money-races';
import { rosterNow, rosterToday as today } from '../support/roster-world';
import { away, born, home, useResidence } from '../support/residence-world';

const world = useResidence();
const { places, staff, db, as, resident, known, homeOf, ask, codeOf, readList, vault } = world;
const answer = async (act: Promise<unknown>) => (await outcomes([act]))[0];
const later = (days: number) => new Date(rosterNow.getTime() + days * 86_400_000);
const redeem = async (personId: string, code: string, at = rosterNow) =>
  redeemResidenceLetter(await as(personId, at), vault, code);
const onList = async (personId: string, { postcode, number } = home) =>
  proveByList(await as(personId), vault, { postcode, number });

/** Another house for each test: what proves one residence proves no other. */
let house = 100;
beforeEach(() => {
  house += 1;
});
const next = () => ({ ...home, number: `${house}` });

describe('a letter', () => {
  test('shows where somebody lives, once its code is typed', async () => {
    const { id } = await resident(null);
    await ask(id, next());
    expect(await known(id)).toBe('self');
    const code = await codeOf(id);
    await redeem(id, ` ${code.toLowerCase().replace('-', ' ')}`);
    expect([await known(id), await homeOf(id)]).toEqual(['letter', places.here]);
    expect(await answer(redeem(id, code))).toBe('codeWrong');
    const acts = await db().select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['residence.ask', null],
      ['residence.prove', 'letter'],
    ]);
  });

  test('goes to the wijk where the house lies, by its number where the postcode does not say', async () => {
    const [first, second] = [await resident(null), await resident(null)];
    const cut = { street: 'Grens', place: 'Teststad', postcode: '1234ax', addition: '' };
    await ask(first.id, { ...cut, number: '20' });
    await ask(second.id, { ...cut, number: '21' });
    await redeem(first.id, await codeOf(first.id));
    await redeem(second.id, await codeOf(second.id));
    expect([await homeOf(first.id), await homeOf(second.id)]).toEqual([places.here, places.there]);
  });

  test.each([
    [{ postcode: '9999ZZ', number: '1' }, 'addressUnknown'],
    [{ postcode: '1234', number: '1' }, 'addressUnknown'],
    [{ postcode: '1234AB', number: 'boven' }, 'addressNumber'],
    [{ postcode: '1234AX', number: '900' }, 'addressUnknown'],
  ])('to %o is refused: %s', async (address, code) => {
    const { id } = await resident();
    expect(await answer(ask(id, { ...home, ...address, addition: '' }))).toBe(code);
  });

  test('is not for somebody without name or birthday', async () => {
    const { id } = await resident(places.here, undefined as never);
    await world.database.owner.db.execute(`update person set born_on = null where id = '${id}'`);
    expect(await answer(ask(id, next()))).toBe('homeAreaNeeded');
  });

  test('works four weeks', async () => {
    const { id } = await resident();
    await ask(id, next());
    const code = await codeOf(id);
    expect((await openLetter(db(), id, addDays(today, 27)))?.lastDay).toBe(addDays(today, 27));
    expect(await openLetter(db(), id, addDays(today, 28))).toBeUndefined();
    expect(await answer(redeem(id, code, later(28)))).toBe('codeWrong');
    await redeem(id, code, later(27));
    expect(await known(id)).toBe('letter');
  });

  test('is forgotten in the night after its last day, with its address', async () => {
    const { id } = await resident();
    await ask(id, next());
    const kept = async (days: number) => {
      await forgetExpired(db(), later(days));
      const [letter] = await db().select().from(residenceLetter).where(eq(residenceLetter.personId, id));
      return letter?.sealedAddress !== null;
    };
    expect([await kept(27), await kept(28)]).toEqual([true, false]);
  });

  test('ends after five wrong codes, also when they come at once', async () => {
    const { id } = await resident();
    await ask(id, next());
    const code = await codeOf(id);
    const wrong = Array.from({ length: 4 }, () => redeem(id, 'AAAAA-AAAAA'));
    expect(new Set(await outcomes(wrong))).toEqual(new Set(['codeWrong']));
    const [letter] = await db().select().from(residenceLetter).where(eq(residenceLetter.personId, id));
    expect(letter?.wrongTries).toBe(4);
    expect(await answer(redeem(id, 'BBBBB'))).toBe('codeWrong');
    expect(await answer(redeem(id, code))).toBe('codeWrong');
    const [ended] = await db().select().from(residenceLetter).where(eq(residenceLetter.personId, id));
    expect([ended?.wrongTries, ended?.sealedAddress]).toEqual([5, null]);
  });

  test('of somebody else opens nothing', async () => {
    const [one, other] = [await resident(), await resident()];
    await ask(one.id, next());
    await ask(other.id, { ...home, number: '999' });
    expect(await answer(redeem(other.id, await codeOf(one.id)))).toBe('codeWrong');
  });

  test('ends when another is asked; three in thirty days are the most', async () => {
    const { id } = await resident();
    await ask(id, next());
    const first = await codeOf(id);
    await ask(id, next());
    expect(await answer(redeem(id, first))).toBe('codeWrong');
    await ask(id, next());
    expect(await answer(ask(id, next()))).toBe('lettersSpent');
    expect(await answer(ask(id, next(), later(31)))).toBe('done');
  });

  test('is printed once with those that wait; its address is gone when its code was typed', async () => {
    const one = await resident();
    await ask(one.id, next());
    const admin = await as(staff.admin);
    const batches = await Promise.all([printResidenceLetters(admin), printResidenceLetters(admin)]);
    const made = batches.filter((batch) => batch !== null);
    expect(made).toHaveLength(1);
    const letters = await lettersOfBatch(db(), made[0] ?? '');
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every(({ sealedAddress }) => sealedAddress && !sealedAddress.includes('1234'))).toBe(true);
    await redeem(one.id, await codeOf(one.id));
    expect(await lettersOfBatch(db(), made[0] ?? '')).toHaveLength(letters.length - 1);
    expect(await printResidenceLetters(admin)).toBeNull();
    expect(await answer(as(one.id).then(printResidenceLetters))).toBe('notYourRole');
  });
});

describe('somebody of the wijk or the gemeente', () => {
  test('sees that a resident lives in their own wijk; what was shown is nowhere', async () => {
    const { id, email } = await resident(null);
    await checkResidence(await as(staff.networker), { email, areaId: places.here });
    expect([await known(id), await homeOf(id)]).toEqual(['inPerson', places.here]);
    const [row] = await db().select().from(residence).where(eq(residence.personId, id));
    expect(row).toMatchObject({ checkedBy: staff.networker, since: today, until: null });
  });

  test('cannot do so for another wijk, for nobody, or for themselves', async () => {
    const { email } = await resident();
    const networker = await as(staff.networker);
    const own = (await db().query.person.findFirst({ where: (p) => eq(p.id, staff.networker) }))?.email ?? '';
    const { here: areaId, there } = places;
    expect(await answer(checkResidence(networker, { email, areaId: there }))).toBe('notYourArea');
    expect(await answer(checkResidence(networker, { email: 'x@y.example', areaId }))).toBe('accountUnknown');
    expect(await answer(checkResidence(networker, { email: own, areaId }))).toBe('aboutYourself');
    const admin = await as(staff.admin);
    const elsewhere = checkResidence(admin, { email, areaId: '00000000-0000-4000-8000-000000000000' });
    expect(await answer(elsewhere)).toBe('choiceInvalid');
  });
});

describe('the list of the gemeente', () => {
  test('shows at once where somebody lives, who stands on it', async () => {
    const { id } = await resident(null);
    expect(await answer(onList(id, next()))).toBe('noResidentList');
    await readList({ postcode: '1234AB', number: house, year: 1960 });
    await onList(id, next());
    expect([await known(id), await homeOf(id)]).toEqual(['list', places.here]);
    const younger = await resident(null, calendarDate('1961-05-04'));
    expect(await answer(onList(younger.id, next()))).toBe('notOnList');
  });

  test('takes the place of the one before, whole; who was found stays found', async () => {
    const [first, second] = [await resident(), await resident()];
    await readList({ postcode: '1234AB', number: house, year: 1960 });
    await onList(first.id, next());
    await readList({ postcode: '1234AB', number: 1, year: 1900 });
    expect(await known(first.id)).toBe('list');
    expect(await answer(onList(second.id, next()))).toBe('notOnList');
  });
});

describe('one person is one person, whatever the way', () => {
  test('of two accounts that take one line of the list at once one has it', async () => {
    const accounts = await Promise.all(Array.from({ length: 6 }, () => resident(null)));
    await readList(...Array.from({ length: 2 }, () => ({ postcode: '1234AB', number: house, year: 1960 })));
    const found = await outcomes(accounts.map(({ id }) => onList(id, next())));
    expect(found.filter((each) => each === 'done')).toHaveLength(2);
    expect(found.filter((each) => each === 'residenceTaken')).toHaveLength(4);
  });

  test('of two accounts with a letter to the same person at once one has it', async () => {
    const accounts = await Promise.all(Array.from({ length: 4 }, () => resident(null)));
    for (const { id } of accounts) await ask(id, { ...next(), addition: ' A' });
    const codes = await Promise.all(accounts.map(({ id }) => codeOf(id)));
    const found = await outcomes(accounts.map(({ id }, index) => redeem(id, codes[index] ?? '')));
    expect(found.sort()).toEqual(['done', 'residenceTaken', 'residenceTaken', 'residenceTaken']);
  });

  test.each(['letter first', 'list first', 'at once'])('letter and list are one: %s', async (order) => {
    const [one, other] = [await resident(null), await resident(null)];
    await readList({ postcode: '1234AB', number: house, year: 1960 });
    await ask(one.id, next());
    const code = await codeOf(one.id);
    const acts = [() => redeem(one.id, code), () => onList(other.id, next())];
    if (order === 'list first') acts.reverse();
    const found =
      order === 'at once'
        ? await outcomes(acts.map((act) => act()))
        : [await answer(acts[0]?.() ?? ask('')), await answer(acts[1]?.() ?? ask(''))];
    expect([...found].sort()).toEqual(['done', 'residenceTaken']);
  });

  test('who is not on the list yet can still get a letter', async () => {
    const { id } = await resident(null);
    await readList({ postcode: '1234AB', number: 1, year: 1900 });
    await ask(id, next());
    await redeem(id, await codeOf(id));
    expect(await known(id)).toBe('letter');
  });

  test('who moved lets go of the house: it is of the next', async () => {
    const [one, other] = [await resident(null), await resident(null)];
    await ask(one.id, next());
    await redeem(one.id, await codeOf(one.id));
    await savePerson(await as(one.id), { name: 'Ans', areaId: places.there, bornOn: born });
    expect([await known(one.id, places.there), await known(one.id)]).toEqual(['self', 'self']);
    await ask(other.id, next());
    await redeem(other.id, await codeOf(other.id));
    expect(await known(other.id)).toBe('letter');
    await ask(one.id, away);
    await redeem(one.id, await codeOf(one.id));
    expect(await known(one.id, places.there)).toBe('letter');
  });

  test('who says again to live where it is known keeps it', async () => {
    const { id, email } = await resident();
    await checkResidence(await as(staff.admin), { email, areaId: places.here });
    await savePerson(await as(id), { name: 'Ans B', areaId: places.here, bornOn: born });
    expect(await known(id)).toBe('inPerson');
  });
});

describe('a residence that proves false', () => {
  const reject = async (personId: string, reason = 'Dit huis staat leeg.') =>
    rejectResidence(await as(staff.admin), { personId, reason });

  test('ends with its reason, is told, and is not taken on their word again', async () => {
    const { id, email } = await resident();
    await checkResidence(await as(staff.networker), { email, areaId: places.here });
    await reject(id);
    expect([await known(id), await homeOf(id)]).toEqual(['self', null]);
    const [row] = await db().select().from(residence).where(eq(residence.personId, id));
    expect(row).toMatchObject({ until: today, endedBy: staff.admin, endReason: 'Dit huis staat leeg.' });
    const [sent] = await db().select().from(mail).where(eq(mail.recipient, email));
    expect(sent?.body).toContain('Dit huis staat leeg.');
    const say = async (areaId: string) => savePerson(await as(id), { name: 'Ans', areaId, bornOn: born });
    expect(await answer(say(places.here))).toBe('residenceDoubted');
    expect(await answer(say(places.there))).toBe('done');
    await ask(id, next());
    await redeem(id, await codeOf(id));
    expect([await known(id), await homeOf(id)]).toEqual(['letter', places.here]);
    expect(await answer(say(places.there))).toBe('done');
    expect(await answer(say(places.here))).toBe('done');
  });

  test('also when it was their word alone', async () => {
    const { id } = await resident();
    await reject(id);
    expect(await homeOf(id)).toBeNull();
    const again = savePerson(await as(id), { name: 'Ans', areaId: places.here, bornOn: born });
    expect(await answer(again)).toBe('residenceDoubted');
    expect(await answer(reject(id))).toBe('wrongState');
  });

  test('is said by an administrator alone, about another, with a reason', async () => {
    const { id } = await resident();
    const words = { personId: id, reason: 'x' };
    expect(await answer(as(staff.networker).then((who) => rejectResidence(who, words)))).toBe('notYourRole');
    expect(await answer(reject(id, ' '))).toBe('required');
    expect(await answer(reject(staff.admin))).toBe('aboutYourself');
    expect(await answer(reject('00000000-0000-4000-8000-000000000000'))).toBe('notFound');
  });
});

describe('a border that changes', () => {
  test('takes along who lives there, with how it is known and what proves it', async () => {
    const [one, other] = [await resident(null), await resident(null)];
    await ask(one.id, away);
    const seen = await resident(null);
    await redeem(one.id, await codeOf(one.id)).catch(() => undefined);
    await checkResidence(await as(staff.admin), { email: seen.email, areaId: places.there });
    const admin = await as(staff.admin, later(40));
    await joinArea(admin, { areaId: places.there, into: places.here });
    expect([await known(seen.id), await homeOf(seen.id)]).toEqual(['inPerson', places.here]);
    await ask(other.id, away, later(41)).catch(() => undefined);
    const open = await db().select().from(residence).where(eq(residence.areaId, places.there));
    expect(open.filter(({ until }) => until === null)).toEqual([]);
  });
});
