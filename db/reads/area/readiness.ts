import { and, eq, sql } from 'drizzle-orm';
import { type WijkFacts } from '~/domain/area/readiness';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area } from '../../schema';
import { existsOn, inGemeente } from './area';

export type WijkReadiness = WijkFacts & { id: string; name: string; slug: string };

/** What each wijk of today has of what its residents and its council need, by name. */
export function wijkReadiness(db: Queryable, today: CalendarDate): Promise<WijkReadiness[]> {
  return db
    .select(readinessOn(today))
    .from(area)
    .where(sql`${inGemeente} and ${existsOn(today)}`)
    .orderBy(area.name);
}

/** The same of one wijk, of whatever gemeente; undefined where there is none. */
export async function readinessOf(db: Queryable, areaId: string, today: CalendarDate) {
  const ofIt = and(eq(area.id, areaId), eq(area.kind, 'wijk'));
  const [found] = await db.select(readinessOn(today)).from(area).where(ofIt);
  return found;
}

function readinessOn(today: CalendarDate) {
  const runs = (term: string) =>
    sql`${sql.raw(`${term}.valid_from`)} <= ${today}
      and (${sql.raw(`${term}.valid_to`)} is null or ${sql.raw(`${term}.valid_to`)} > ${today})`;
  // Named in full: in a subquery a bare id would be another table's.
  const here = sql.raw('area.id');
  const council = sql`select id from body where area_id = ${here} and kind = 'buurtraad'`;
  const sitting = sql`select count(*)::int from membership m join seat s on s.id = m.seat_id
    where s.body_id in (${council}) and ${runs('m')} and ${runs('s')}`;
  return {
    id: area.id,
    name: area.name,
    slug: area.slug,
    hasScheme: sql<boolean>`exists (select from scheme_area sa join scheme_version v using (scheme_id)
        where sa.area_id = ${here} and v.valid_from <= ${today} and v.withdrawn_on is null)`,
    hasCouncil: sql<boolean>`exists (${council})`,
    leaders: sql<number>`(${sitting} and m.duty in ('chair', 'secretary'))`,
    voters: sql<number>`(${sitting} and s.voting)`,
    hasMandate: sql<boolean>`exists (select from mandate m where m.body_id in (${council}) and ${runs('m')})`,
    hasMoney: sql<boolean>`exists (select from balance b join account a on a.id = b.account_id
        join pool p on p.id = a.pool_id where p.area_id = ${here} and p.year = ${yearOf(today)} and b.cents <> 0)`,
  };
}
