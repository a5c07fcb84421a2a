import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What must be true of earmarked money (domain.md §2.3). */
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
];
