import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What must be true of earmarked money (domain.md §2.3) and of money that was divided. */
export const sourcesChecks: readonly Check[] = [
  check(
    'earmark-kept',
    'Earmarked money is set apart only for what it is meant for, and in time.',
    sql`select p.entry_id as subject, s.code || ' for initiative ' || i.number as detail
      from posting p join journal_entry e on e.id = p.entry_id and e.kind = 'reservation'
        join account a on a.id = p.account_id and a.kind = 'reserved' join initiative i on i.id = a.initiative_id
        join source s on s.id = p.source_id
      where s.theme <> i.theme or (s.theme is not null and i.theme is null)
        or (s.target_group is not null and s.target_group is distinct from i.target_group)
        or (s.area_id is not null and s.area_id <> i.area_id)
        or e.effective_on not between coalesce(s.valid_from, e.effective_on) and coalesce(s.expires_on, e.effective_on)`,
  ),
  check(
    'division-booked',
    'What a division gave to each wijk is what its entries promised there.',
    sql`with given as (
        select d.link_group, p.area_id, p.cents from division d join division_part p on p.division_id = d.id where p.cents > 0
      ), booked as (
        select e.link_group, j.area_id, -sum(p.cents) as cents
        from journal_entry e join journal j on j.id = e.journal_id join posting p on p.entry_id = e.id
          join account a on a.id = p.account_id and a.kind = 'available'
        where e.kind = 'pledge' and e.link_group in (select link_group from division) group by 1, 2
      )
      select coalesce(given.link_group, booked.link_group) as subject,
        coalesce(given.cents::text, 'nothing') || ' given, ' || coalesce(booked.cents::text, 'nothing') || ' booked' as detail
      from given full join booked using (link_group, area_id)
      where given.cents is distinct from booked.cents`,
  ),
];
