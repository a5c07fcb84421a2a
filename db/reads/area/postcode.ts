import { asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { houseNumberTyped, postcodeTyped } from '~/domain/area/postcode';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, person, postcodeFile, postcodeTask } from '../../schema';
import { existsOn, inGemeente } from './area';
import { readPage, type Wanted } from '../page';

type Wijk = { slug: string; name: string };
type Divided = { postcode: string; names: (string | null)[] };
type Place = { slug: string | null; name: string | null; here: boolean | null };

/**
 * Where a postcode lies: in one wijk, or in several; then `ask` is what tells which (a house number, or the two letters behind
 * four digits that were typed).
 */
export type PostcodeAnswer = ({ ask: null } & Wijk) | { ask: 'number' | 'letters'; wijken: Wijk[] };

/**
 * The wijk of a postcode, or of a house in it: '1234 AB', '1234ab' and '1234' are understood, and '12a' as 12. Undefined for
 * a text that is no postcode, for one outside the wijken of this gemeente, and for a number that lies in none of them.
 */
export async function wijkByPostcode(
  db: Queryable,
  { postcode: typed, number = '' }: { postcode: string; number?: string },
  on: CalendarDate,
): Promise<PostcodeAnswer | undefined> {
  const postcode = postcodeTyped(typed);
  if (postcode === null) return undefined;
  const isWhole = postcode.length === 6;
  const house = houseNumberTyped(number);
  const rows = await db.execute<Place>(sql`
    with part as (select code, ${house}::int between from_number and to_number as here from postcode_part
      where file_id = ${newestFile}
        and postcode between ${isWhole ? postcode : `${postcode}AA`} and ${isWhole ? postcode : `${postcode}ZZ`})
    select place.slug, place.name, bool_or(part.here) as here
    from part left join ${placesOf(sql`part`, on)} on place.code = part.code
    group by place.slug, place.name order by place.name`);
  const wijken = (from: readonly Place[]) =>
    from.flatMap(({ slug, name }) => (slug && name ? [{ slug, name }] : []));
  const told = rows.length > 1 && isWhole && house !== null ? rows.filter(({ here }) => here) : rows;
  const [only] = wijken(told);
  if (!only) return undefined;
  if (told.length === 1) return { ask: null, ...only };
  return { ask: isWhole ? 'number' : 'letters', wijken: wijken(rows) };
}

/** The four digits of a postcode in this gemeente, as an example; undefined where no postcodes are known. */
export async function somePostcode(db: Queryable): Promise<string | undefined> {
  const [found] = await db.execute<{ digits: string }>(
    sql`select left(min(postcode), 4) as digits from postcode_part where file_id = ${newestFile}
      having count(*) > 0`,
  );
  return found?.digits;
}

/** The file with postcodes that holds: of which year, how many addresses, and when it was read; undefined before the first. */
export async function postcodesInForce(db: Queryable) {
  const { id, year, addresses, readAt, sha256 } = postcodeFile;
  const [found] = await db
    .select({ id, year, addresses, readAt, sha256 })
    .from(postcodeFile)
    .orderBy(desc(postcodeFile.seq))
    .limit(1);
  return found;
}

/** The CBS code of the gemeente that this installation serves, the newest; undefined where CBS areas were never read in. */
export async function gemeenteCode(db: Queryable): Promise<string | undefined> {
  const [found] = await db.execute<{ code: string }>(sql`select code from area_cbs
    where area_id = (select gemeente_id from installation) and code like 'GM%' order by year desc limit 1`);
  return found?.code;
}

/** The codes of all wijken that CBS published of a gemeente, of whatever year. */
export async function publishedWijken(db: Queryable, gemeente: string): Promise<Set<string>> {
  const rows = await db.execute<{ code: string }>(
    sql`select distinct code from cbs_area where gemeente_code = ${gemeente} and code like 'WK%'`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** How many addresses of the file that holds lie in each wijk, by name; null for what lies in none of ours. */
export function addressesPerWijk(db: Queryable, on: CalendarDate) {
  return db.execute<{ slug: string | null; name: string | null; addresses: number; postcodes: number }>(sql`
    with part as (select postcode, code, addresses from postcode_part where file_id = ${newestFile})
    select place.slug, place.name, sum(part.addresses)::int as addresses,
      count(distinct part.postcode)::int as postcodes
    from part left join ${placesOf(sql`part`, on)} on place.code = part.code
    group by place.slug, place.name order by place.name`);
}

/** Whether addresses of the file that holds lie in an area, which is asked by its id. */
export const hasAddresses = (areaId: ReturnType<typeof sql>, on: CalendarDate) =>
  sql<boolean>`exists (select from area_cbs composed join postcode_part part on part.file_id = ${newestFile}
    and composed.code in (part.code, 'WK' || substr(part.code, 3, 6))
    where composed.area_id = ${areaId} and (composed.until is null or composed.until > ${on}))`;

/** The postcodes that lie in several wijken, or partly in none, with the names of the wijken; a page of them. */
export function dividedPostcodes(db: Queryable, on: CalendarDate, page: number) {
  const divided = sql`with part as (select postcode, code from postcode_part where file_id = ${newestFile}),
    divided as (select part.postcode, array_agg(distinct place.name order by place.name) as names
      from part left join ${placesOf(sql`part`, on)} on place.code = part.code
      group by part.postcode having count(distinct coalesce(place.slug, '')) > 1)`;
  const wanted: Wanted = { page, size: dividedPerPage };
  return readPage(
    wanted,
    db
      .execute<{ count: number }>(sql`${divided} select count(*)::int as count from divided`)
      .then(([found]) => found?.count ?? 0),
    async (limit, offset) => [
      ...(await db.execute<Divided>(
        sql`${divided} select * from divided order by postcode limit ${limit} offset ${offset}`,
      )),
    ],
  );
}

const dividedPerPage = 25;

/** The file that was handed in last, how far it is and how it ended, and who handed it in; undefined before the first. */
export async function lastPostcodeTask(db: Queryable) {
  const { name, askedAt, lines, percent, outcome, problems, more } = postcodeTask;
  const [found] = await db
    .select({ name, askedAt, lines, percent, outcome, problems, more, asker: person.name })
    .from(postcodeTask)
    .innerJoin(person, eq(person.id, postcodeTask.askedBy))
    .orderBy(desc(postcodeTask.askedAt), desc(postcodeTask.id))
    .limit(1);
  return found;
}

/** Files that wait to be read, or whose reading was cut off; the oldest first. */
export function openPostcodeTasks(db: Queryable) {
  const { id, path, name, askedBy } = postcodeTask;
  return db
    .select({ id, path, name, askedBy })
    .from(postcodeTask)
    .where(isNull(postcodeTask.endedAt))
    .orderBy(asc(postcodeTask.askedAt));
}

const newestFile = sql`(select id from postcode_file order by seq desc limit 1)`;

/**
 * In which of our wijken each buurt of `parts` lies: the one that is composed of the buurt itself, else of the wijk that CBS puts
 * it in, else (a buurt that nobody knew when that wijk was split) the one that kept the rest of it. A buurt that is left out has
 * no row.
 */
function placesOf(parts: ReturnType<typeof sql>, on: CalendarDate) {
  return sql`(select buurt.code, found.* from (select distinct code from ${parts}) buurt cross join lateral (
    select ${area.id}, ${area.slug}, ${area.name} from area_cbs composed join ${area} on ${area.id} = composed.area_id
    where composed.code in (buurt.code, 'WK' || substr(buurt.code, 3, 6))
      and (composed.until is null or composed.until > ${on} or (composed.code <> buurt.code
        and not exists (select from area_cbs known where known.code = buurt.code)))
      and ${inGemeente} and ${existsOn(on)}
    order by composed.code = buurt.code desc, composed.until is null or composed.until > ${on} desc, composed.year desc
    limit 1) found) place`;
}
