import { beforeAll, describe, expect, test } from 'vitest';
import { allChecks, runChecks } from '#db/checks/run';
import { transaction } from '#db/transaction';
import { lockJournals } from '#db/writes/ledger/lock';
import { columnsOf } from '../support/good-row';
import { makeWijk } from '../support/money-world';
import { useTampering } from '../support/checks-world';

const world = useTampering();
const { database, foundAfter, statement, reported } = world;

test('a database that was used as it should be has nothing to find', async () => {
  const { checks, violations, found } = await runChecks(database.app.db);
  expect(found).toEqual([]);
  expect([checks, violations]).toEqual([allChecks.length, 0]);
  expect(checks).toBeGreaterThan(30);
});

describe('O4: a superuser with the guards off changes one thing in the books', () => {
  const entryColumns: Record<string, string> = {
    number: 'number + 1000',
    kind: `'payment'`,
    idempotency_key: `'other'`,
    request_hash: `repeat('d', 64)`,
    effective_on: `effective_on + 1`,
    booked_at: `booked_at + interval '1 millisecond'`,
    reverses_id: '1',
    link_group: 'gen_random_uuid()',
    decision_id: 'null',
    actor_id: 'null',
    reason: `'Anders'`,
    line_count: 'line_count + 1',
    prev_hash: `repeat('b', 64)`,
    hash: `repeat('c', 64)`,
    journal_id: `(select id from journal where id <> journal_id limit 1)`,
  };

  beforeAll(async () => {
    await makeWijk(database.owner.db);
    await transaction(world.context.db, (tx) => lockJournals(tx, [null]));
  });

  test.each(Object.entries(entryColumns))(
    'journal_entry.%s: the chain names the entry',
    async (column, value) => {
      const change = `update journal_entry set ${column} = ${value} where id = ${world.entryId}`;
      expect((await foundAfter(change))['entry-chain']).toContain(`${world.entryId}`);
    },
  );

  const lineColumns: Record<string, string> = {
    entry_id: `(select max(id) from journal_entry)`,
    line: '9',
    account_id: `(select id from account where kind = 'receivable' limit 1)`,
    source_id: `(select id from source where id <> source_id limit 1)`,
    cents: 'cents + 1',
    task_field: `'0.10'`,
  };

  test.each(Object.entries(lineColumns))('posting.%s: the chain names the entry', async (column, value) => {
    const change = `update posting set ${column} = ${value} where entry_id = ${world.entryId} and line = 1`;
    expect(
      (await foundAfter('alter table posting drop constraint posting_entry_id_line_pk', change))[
        'entry-chain'
      ],
    ).toContain(`${world.entryId}`);
  });

  test('what the hash cannot hold: the id that the database gives, and the balance that a line leads to', async () => {
    const renamed = await foundAfter(
      'alter table posting drop constraint posting_entry_id_journal_entry_id_fk',
      `update journal_entry set id = 999999 where id = ${world.entryId}`,
      `update posting set entry_id = 999999 where entry_id = ${world.entryId}`,
    );
    expect(renamed['entry-audited']).toEqual(['999999']);
    const line = `where entry_id = ${world.entryId} and line = 1`;
    const after = await foundAfter(`update posting set balance_after = balance_after + 1 ${line}`);
    expect(after['balance-order']).toContain(`${world.entryId}`);
  });

  test('every column of an entry and of its lines was changed above', async () => {
    const all = await columnsOf(database.owner.db);
    const names = (table: string) =>
      all.flatMap((column) => (column.table === table ? column.name : [])).sort();
    expect(names('journal_entry')).toEqual([...Object.keys(entryColumns), 'id'].sort());
    expect(names('posting')).toEqual([...Object.keys(lineColumns), 'balance_after'].sort());
  });

  test('account.code: the chain names every entry on that account', async () => {
    const found = await foundAfter(`update account set code = code || ':elders' where kind = 'committed'`);
    expect(found['entry-chain']).toContain(`${world.entryId}`);
  });

  test('a line taken away, an entry taken away, the head put back', async () => {
    const line = `delete from posting where entry_id = ${world.entryId} and line = 1`;
    expect(Object.keys(await foundAfter(line))).toEqual(
      expect.arrayContaining(['entry-balanced', 'entry-whole', 'entry-chain', 'balance-replay']),
    );
    const last = `(select max(id) from journal_entry)`;
    const entry = [
      `delete from posting where entry_id = ${last}`,
      `delete from journal_entry where id = ${last}`,
    ];
    expect(Object.keys(await foundAfter(...entry))).toEqual(
      expect.arrayContaining(['entry-numbered', 'entry-chain', 'balance-replay']),
    );
    const head = `update journal set last_number = last_number - 1 where area_id = '${world.wijkId}'`;
    expect(Object.keys(await foundAfter(head))).toEqual(['entry-numbered']);
  });
});

/** For every other check the least that breaks it; together with the tests above every check was seen to find. */
const sabotages: Record<string, string> = {
  'entry-balanced': `update posting set cents = cents + 1 where entry_id = ENTRY and line = 1`,
  'entry-whole': `update posting set line = 9 where entry_id = ENTRY and line = 1`,
  'entry-numbered': `update journal_entry set number = number + 1 where id = (select max(id) from journal_entry)`,
  'entry-side': `update journal_entry set kind = 'pledge' where id = ENTRY`,
  'entry-own-wijk': `update journal_entry set journal_id = (select id from journal where code = 'centraal') where id = ENTRY`,
  'entry-audited': `delete from audit_entry where subject_id = 'ENTRY'`,
  'entry-chain': `update journal_entry set reason = 'x' where id = ENTRY`,
  'balance-replay': `update balance set cents = cents - 1 where cents < 0`,
  'balance-after': `update posting set balance_after = balance_after + 1 where entry_id = ENTRY and line = 1`,
  'balance-order': `update posting set balance_after = balance_after + 1 where entry_id = ENTRY and line = 1`,
  'balance-bounds': `update account set max_cents = null where kind = 'available'`,
  'weight-replay': `update pool_weight set weight_cents = weight_cents + 1`,
  'weight-covers': `delete from pool_weight`,
  'reversal-opposite': `update journal_entry set reverses_id = 1 where id = ENTRY`,
  'grant-per-decision': `update decision set amount_cents = amount_cents - 1`,
  'grant-decided': `update journal_entry set decision_id = null where id = ENTRY`,
  'grant-state': `update initiative set granted_cents = granted_cents - 1`,
  'reserved-state': `update balance set cents = -1 where account_id in (select id from account where kind = 'reserved')`,
  'advance-within-grant': `update balance set cents = 999999 where account_id in (select id from account where kind = 'advance')`,
  'balance-per-day': `update balance_day set cents = cents + 1`,
  'claim-blocked': `update balance set cents = cents - 1 where account_id in (select id from account where kind = 'blocked')`,
  'cost-is-income': `update balance set cents = cents + 1 where account_id in (select id from account where kind = 'cost')`,
  'settlement-booked': `update settlement set settled_cents = settled_cents - 1`,
  'settlement-recorded': `delete from settlement`,
  'payment-booked': `delete from payment_booking`,
  'payment-payee-confirmed': `delete from payee_confirmation`,
  'payment-payee-recorder': `alter table payment_verdict drop constraint payment_verdict_two_people;
    update payment_verdict set given_by = made_by`,
  'payment-undone': `${statement({ opening: 0, closing: 5 })};
    update journal_entry set reverses_id = (select entry_id from payment_booking limit 1) where id = ENTRY;
    insert into bank_match select gen_random_uuid(), id, 'payment', (select line_id from payment_booking limit 1), null,
      (select id from person limit 1), now() from bank_line`,
  'payment-told': `update journal_entry set kind = 'payment' where id = ENTRY`,
  'bank-is-ledger': statement({ opening: 0, closing: 6 }),
  'payment-listed-once': `delete from payment_booking; delete from payment_verdict;
    update payment_line set initiative_id = (select initiative_id from payment_line limit 1)`,
  'statement-adds-up': statement({ opening: 0, closing: 6 }),
  'match-booked': `${statement({ opening: 0, closing: 5 })};
    insert into bank_match select gen_random_uuid(), id, 'receipt', null, ENTRY, (select id from person limit 1), now() from bank_line`,
  'statement-follows': `${statement({ opening: 0, closing: 5 })};
    insert into bank_statement select gen_random_uuid(), file_id, iban, '2', null, '2026-06-01', 0, 0 from bank_statement;
    insert into bank_statement select gen_random_uuid(), file_id, iban, '3', null, '2026-06-02', 7, 7
      from bank_statement where statement_id = '2'`,
  'movement-booked-once': `${statement({ opening: 0, closing: 5 })};
    insert into bank_statement select gen_random_uuid(), file_id, iban, '2', null, null, 0, 5 from bank_statement;
    insert into bank_line (id, statement_id, position, booked_on, cents, text)
      select gen_random_uuid(), s.id, 1, booked_on, cents, text from bank_statement s, bank_line where s.statement_id = '2';
    insert into bank_match select gen_random_uuid(), id, 'receipt', null, (array[1, ENTRY])[row_number() over ()],
      (select id from person limit 1), now() from bank_line`,
  'task-field-of-year': `update posting set task_field = '6.2' where entry_id = ENTRY and line = 1`,
  'closed-year-empty': `update period set closed_at = now()`,
  'division-booked': `with kept as (insert into division
      select gen_random_uuid(), id, gen_random_uuid(), '2026-06-01', 'amounts', 5, 0, null from source limit 1 returning id)
    insert into division_part select kept.id, (select id from area where kind = 'wijk' limit 1), null, 5 from kept`,
  'earmark-kept': `update source set theme = 'sport'`,
  'decision-outcome': `update decision set outcome = 'notAdopted', reasons = 'Omdat het zo is'`,
  'decision-votes': `update council_vote set choice = 'blank'`,
  'decision-mandate': `update mandate set max_per_decision_cents = 1`,
  'decision-own-item': `update agenda_item set proposed_cents = 1`,
  'decision-numbered': `update decision set number = number + 100`,
  'vote-by-member': `delete from attendance`,
  'vote-without-conflict': `update applicant set person_id = (select person_id from membership limit 1)`,
  'decision-without-open-report': reported,
  'ruling-by-another': `with report as (${reported} returning id, reported_by)
    insert into conflict_ruling select id, reported_by, 'dismissed', 'Geen broer', now() from report`,
  'seat-once': `update membership set person_id = (select person_id from membership limit 1)`,
  'requested-lines': `update budget_line set quantity = 2`,
  'initiative-applicant': `delete from applicant`,
  'timeline-allowed': `update initiative_event set act = 'submit' where act = 'grant'`,
  'timeline-chain': `update initiative_event set from_state = 'draft' where act = 'grant'`,
  'timeline-end': `update initiative set state = 'partlyGranted' where state = 'granted'`,
  'support-by-neighbour': `insert into support_statement select initiative_id, person_id, 'for', now() from applicant`,
  'area-buurt-once': `with made as (insert into area (id, kind, slug, name, valid_from)
      select gen_random_uuid(), 'wijk', slug, slug, '2020-01-01' from (values ('geheel'), ('deel')) as named (slug)
      returning id, slug),
    published as (insert into cbs_area (code, year, name, gemeente_code, geometry)
      select code, 2020, 'Deel', 'GM9999', '{}' from (values ('WK999999'), ('BU99999901')) as known (code)
      returning code, year)
    insert into area_cbs (area_id, code, year) select id, code, year from made, published
      where (slug = 'deel') = (code like 'BU%')`,
  'area-ended': `with ended as (insert into area (id, kind, slug, name, valid_from, valid_to)
      values (gen_random_uuid(), 'wijk', 'voorbij', 'Voorbij', '2020-01-01', '2021-01-01') returning id),
    published as (insert into cbs_area (code, year, name, gemeente_code, geometry)
      values ('WK999999', 2020, 'Voorbij', 'GM9999', '{}') returning code, year)
    insert into area_cbs (area_id, code, year) select id, code, year from ended, published`,
  'area-tree': `insert into area (id, kind, slug, name, parent_id, valid_from)
    select gen_random_uuid(), 'buurt', 'te-vroeg', 'Te vroeg', id, '1900-01-01' from area limit 1`,
  'comment-moderated': `insert into comment (id, initiative_id, author_id, argument, body, state, written_at, moderator_id, moderated_at)
    select gen_random_uuid(), initiative_id, person_id, 'for', 'Mooi', 'accepted', now(), person_id, now() from applicant`,
  'round-ballots': `delete from ballot where number = 2`,
  'round-projects': `delete from round_project where place = 1`,
  'round-meta': `delete from round_meta where position = 3`,
  'round-audited': `delete from audit_entry where subject_kind = 'round'`,
  'withdrawal-audited': `insert into round_withdrawal select id, 'Verkeerd bestand', now() from round`,
  'round-replaces': `with gone as (insert into round_withdrawal select id, 'Verkeerd bestand', now() from round returning round_id)
    update round set replaces = round_id from gone`,
  'round-content': `update round_meta set value = 'Buurtbudget 2' where key = 'description'`,
  'ballot-choices': `update ballot set choices = '{0,0}' where number = 1`,
  'ballot-points': `update ballot set points = choices`,
  'count-input': `update round_meta set value = 'Buurtbudget 2' where key = 'description'`,
  'count-projects': `update round_project set place = -place`,
  'count-winners': `update round_project set cost_cents = cost_cents + 1`,
  'count-voters': `update round_count set report = jsonb_set(report::jsonb, '{reach}', '[1]')`,
  'count-progress': `delete from round_count where rule = 'greedy'`,
};

describe('every check finds what it is for', () => {
  test('no check is without its sabotage', () => {
    expect(Object.keys(sabotages).sort()).toEqual(allChecks.map(({ id }) => id).sort());
  });

  test.each(Object.entries(sabotages))('%s', async (id, statement) => {
    const found = await foundAfter(statement.replaceAll('ENTRY', `${world.entryId}`));
    expect(Object.keys(found)).toContain(id);
    expect(found[id]?.every((subject) => subject !== '')).toBe(true);
  });
});
