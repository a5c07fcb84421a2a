import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { euros, makeItems } from '../support/money-world';
import { useGuards } from '../support/guards-world';

const world = useGuards();
const { database, answerTo } = world;

describe('who may approve a batch of payments (BIO2 5.3)', () => {
  const [maker, other] = [0, 1].map((n) => `(select id from person order by id offset ${n} limit 1)`);
  const batch = `insert into payment_batch (id, execute_on, made_by, made_at)
    values ('${randomUUID()}', '2026-06-01', ${maker}, now())`;
  const verdict = (kind: string, by = other, of = maker) =>
    `insert into payment_verdict (batch_id, verdict, made_by, given_by, given_at)
      select id, '${kind}', ${of}, ${by}, now() from payment_batch`;

  test('somebody else than its maker; the maker may withdraw it', async () => {
    expect(await answerTo('app', batch, verdict('approved'))).toBe('done');
    expect(await answerTo('app', batch, verdict('withdrawn', maker))).toBe('done');
    expect(await answerTo('app', batch, verdict('approved', maker))).toBe('23514 payment_verdict_two_people');
  });

  test('also when the verdict names another maker', async () => {
    const [code] = (await answerTo('app', batch, verdict('approved', maker, other))).split(' ');
    expect(code).toBe('23503');
  });

  test('once', async () => {
    for (const second of ['approved', 'withdrawn']) {
      const answer = await answerTo('app', batch, verdict('approved'), verdict(second));
      expect(answer).toBe('23505 payment_verdict_pkey');
    }
  });
});

describe('who ends a year (decisions/0019)', () => {
  const [maker, other] = [0, 1].map((n) => `(select id from person order by id offset ${n} limit 1)`);
  const id = randomUUID();
  const ready = `insert into year_end_preparation (id, year, number, preview_hash, prepared_by, prepared_at)
    values ('${id}', 2020, 1, repeat('a', 64), ${maker}, now())`;
  const verdict = (kind: string, by = other) =>
    `insert into year_end_verdict (preparation_id, verdict, prepared_by, given_by, given_at)
      select id, '${kind}', prepared_by, ${by}, now() from year_end_preparation`;
  const task = ({ of = id, year = 2020, hash = 'a', by = other } = {}) =>
    `insert into money_task (id, kind, year, preview_hash, asked_by, asked_at)
      values ('${of}', 'yearEnd', ${year}, repeat('${hash}', 64), ${by}, now())`;
  const unconfirmed = '23514 money_task_year_end_by_two';

  test('somebody else than who made it ready confirms it; whoever made it ready may withdraw it', async () => {
    expect(await answerTo('app', ready, verdict('confirmed'), task())).toBe('done');
    expect(await answerTo('app', ready, verdict('withdrawn', maker))).toBe('done');
    expect(await answerTo('app', ready, verdict('confirmed', maker))).toBe(
      '23514 year_end_verdict_two_people',
    );
  });

  test('nothing is booked that was not confirmed, by this person, with these figures, for this year, once', async () => {
    expect(await answerTo('app', task())).toBe(unconfirmed);
    expect(await answerTo('app', ready, task())).toBe(unconfirmed);
    expect(await answerTo('app', ready, verdict('withdrawn'), task())).toBe(unconfirmed);
    for (const odd of [{ of: randomUUID() }, { year: 2021 }, { hash: 'b' }, { by: maker }]) {
      expect(await answerTo('app', ready, verdict('confirmed'), task(odd))).toBe(unconfirmed);
    }
    const twice = await answerTo('app', ready, verdict('confirmed'), task(), task());
    expect(twice).toBe('23505 money_task_pkey');
  });

  test('whoever made it ready does not close the year', async () => {
    const open = `insert into period (year) values (2020)`;
    const close = (by: string) => `select close_period(2020, now(), ${by})`;
    const booked = [open, ready, verdict('confirmed')];
    expect(await answerTo('owner', ...booked, close(maker ?? ''))).toBe('23514 period_two_people');
    expect(await answerTo('owner', ...booked, close(other ?? ''))).toBe('done');
    expect(await answerTo('owner', open, ready, verdict('withdrawn'), close(maker ?? ''))).toBe('done');
  });
});

describe('who may vote (art. 28 Gemeentewet)', () => {
  async function vote(prepare: (ids: { item: string; meeting: string; member: string }) => string[]) {
    const [item] = await makeItems(database.owner.db, world.wijk, [euros(1)]);
    const ids = {
      item: item?.itemId ?? '',
      meeting: world.wijk.meetingId,
      member: world.wijk.members[0] ?? '',
    };
    // The votes that makeItems cast are out of the way for the length of this attempt.
    const empty = `alter table council_vote disable trigger append_only; delete from council_vote where item_id = '${ids.item}'`;
    const cast = `insert into council_vote (item_id, membership_id, choice, cast_at) values ('${ids.item}', '${ids.member}', 'for', now())`;
    return answerTo('owner', empty, ...prepare(ids), cast);
  }

  test('a present member without a conflict, while the meeting is open', async () => {
    expect(await vote(() => [])).toBe('done');
  });

  test.each([
    [
      'absent',
      'vote_by_present',
      ({ member }: { member: string }) => `delete from attendance where membership_id = '${member}'`,
    ],
    [
      'with a declared interest',
      'vote_without_conflict',
      ({ item, member }: { item: string; member: string }) =>
        `insert into conflict_declaration values ('${item}', '${member}', 'declared', now())`,
    ],
    [
      'of whom a report is open',
      'vote_without_report',
      ({ item, member }: { item: string; member: string }) =>
        `insert into conflict_report select gen_random_uuid(), '${item}', '${member}', id, 'Een broer', now()
          from membership where id <> '${member}' and id in (select membership_id from attendance) limit 1`,
    ],
    [
      'who accepted a report',
      'vote_without_conflict',
      ({ item, member }: { item: string; member: string }) =>
        `with report as (insert into conflict_report select gen_random_uuid(), '${item}', '${member}', id, 'Een broer', now()
          from membership where id <> '${member}' and id in (select membership_id from attendance) limit 1 returning id)
          insert into conflict_answer select id, '${member}', 'accepted', null, now() from report`,
    ],
    [
      'who asks for the money',
      'vote_without_conflict',
      ({ item, member }: { item: string; member: string }) =>
        `update applicant set person_id = (select person_id from membership where id = '${member}')
          where initiative_id = (select initiative_id from agenda_item where id = '${item}')`,
    ],
    [
      'without a vote',
      'vote_by_member',
      ({ member }: { member: string }) =>
        `alter table seat disable trigger assert_seat;
          update seat set voting = false where id = (select seat_id from membership where id = '${member}')`,
    ],
    [
      'after the meeting',
      'vote_in_open_meeting',
      ({ meeting }: { meeting: string }) => `update meeting set state = 'closed' where id = '${meeting}'`,
    ],
  ])('nobody %s', async (_who, constraint, prepare) => {
    expect(await vote((ids) => [prepare(ids)])).toBe(`23514 ${constraint}`);
  });

  test('nobody after the decision', async () => {
    const decided = `select item_id from decision limit 1`;
    const again = `insert into council_vote (item_id, membership_id, choice, cast_at)
      select (${decided}), '${world.wijk.members[0]}', 'for', now()`;
    expect(await answerTo('app', again)).toBe('23514 vote_before_decision');
  });
});
