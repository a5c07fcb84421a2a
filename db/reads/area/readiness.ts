import { and, eq, sql } from 'drizzle-orm';
import { type Means, type SiteMeans, type WijkFacts } from '~/domain/area/readiness';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area } from '../../schema';
import { type ResidenceMethod } from '~/domain/people/residence';
import { roleCounts } from '../people/person';
import { residentsInForce } from '../people/residence';
import { settingsInForce } from '../site/settings';
import { existsOn, inGemeente } from './area';
import { hasAddresses } from './postcode';

/** `council` is the slug of its council; null without one. */
export type WijkReadiness = WijkFacts & { id: string; name: string; slug: string; council: string | null };

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

/**
 * What the gemeente has that all its wijken lean on. A letter needs somebody who prints it, and an address that it comes back to
 * when nobody lives there.
 */
export async function meansOf(
  db: Queryable,
  { sendsMail, hasSignIn }: SiteMeans,
  today: CalendarDate,
): Promise<Means> {
  const settings = await settingsInForce(db);
  const { admin = 0 } = await roleCounts(db, today);
  const ways: ResidenceMethod[] = [];
  if (admin > 0 && settings?.address) ways.push('letter');
  if (await residentsInForce(db)) ways.push('list');
  if (hasSignIn) ways.push('oidc');
  return { sendsMail, hasAccount: (settings?.bank ?? null) !== null, ways };
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
  const seers = sql`select from role_term r join person p on p.id = r.person_id
    where ${runs('r')} and p.ended_at is null
      and (r.role = 'admin' or r.role in ('networker', 'areaManager') and r.area_id = ${here})`;
  const accepted = sql`select json_build_array(v.submit_residence, v.support_residence)
    from scheme_area sa join scheme_version v using (scheme_id)
    where sa.area_id = ${here} and v.valid_from <= ${today} and v.withdrawn_on is null
    order by v.valid_from desc limit 1`;
  return {
    id: area.id,
    name: area.name,
    slug: area.slug,
    hasScheme: sql<boolean>`exists (select from scheme_area sa join scheme_version v using (scheme_id)
        where sa.area_id = ${here} and v.valid_from <= ${today} and v.withdrawn_on is null)`,
    council: sql<string | null>`(select slug from body where area_id = ${here} and kind = 'buurtraad')`,
    accepted: sql<ResidenceMethod[][]>`coalesce((${accepted}), '[]'::json)`,
    seenInPerson: sql<boolean>`exists (${seers})`,
    hasAddresses: hasAddresses(sql`${here}`, today),
    isDrawn: sql<boolean>`${sql.raw('area.own_geometry')} is not null`,
    hasCouncil: sql<boolean>`exists (${council})`,
    leaders: sql<number>`(${sitting} and m.duty in ('chair', 'secretary'))`,
    voters: sql<number>`(${sitting} and s.voting)`,
    seats: sql<number>`(select count(*)::int from seat s where s.body_id in (${council}) and s.voting and ${runs('s')})`,
    minSeats: sql<number | null>`(select min_seats from rules_of_order r
        where r.body_id in (${council}) and r.valid_from <= ${today} order by r.valid_from desc limit 1)`,
    hasMandate: sql<boolean>`exists (select from mandate m where m.body_id in (${council}) and ${runs('m')})`,
    hasMoney: sql<boolean>`exists (select from balance b join account a on a.id = b.account_id
        join pool p on p.id = a.pool_id where p.area_id = ${here} and p.year = ${yearOf(today)} and b.cents <> 0)`,
  };
}
