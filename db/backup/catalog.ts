import { ownTables } from '../known-migrations';
import { type Owner } from '../owner';
import { UnusableBackup } from './manifest';

export type Table = { name: string; columns: string[] };

/** Nothing in the text of a value may depend on the server or its settings. */
const PLAIN = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off;
  set local row_security = off`;

export const speakPlainly = ({ query }: Owner) => query(PLAIN);

/** Every table of Wijkkas with the columns that are kept in it, those that follow from others left out. */
export async function tablesIn({ query }: Owner): Promise<Table[]> {
  return query<Table>(`select relname as name, (select json_agg(attname order by attnum) from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    order by relname collate "C"`);
}

/** The tables of a database that had the migrations up to `tag`, and the names of those that somebody else put beside them. */
export async function ownAndOthers(owner: Owner, tag: string): Promise<{ own: Table[]; others: string[] }> {
  const names = ownTables(tag);
  const all = await tablesIn(owner);
  const own = all.filter(({ name }) => names.has(name));
  const absent = [...names].filter((name) => !own.some((table) => table.name === name));
  if (absent.length > 0) {
    throw new UnusableBackup(
      `The database lacks what ${tag} made: ${absent.join(', ')}. No backup was made.`,
    );
  }
  return { own, others: all.flatMap(({ name }) => (names.has(name) ? [] : [name])) };
}

export type Sequence = { name: string; value: string; called: boolean };

/** Where each sequence stands. */
export async function sequencesIn({ query }: Owner): Promise<Sequence[]> {
  const names = await query<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname collate "C"`);
  const found: Sequence[] = [];
  for (const { name } of names) {
    found.push(
      ...(await query<Sequence>(
        `select '${name}' as name, last_value::text as value, is_called as called from public.${quoted(name)}`,
      )),
    );
  }
  return found;
}

/** A table and its columns as `COPY` names them. */
export const copied = ({ name, columns }: Table) =>
  `public.${quoted(name)} (${columns.map(quoted).join(', ')})`;

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Everything in the schema that guards or allows, one line each: triggers, constraints, functions, indexes, and what
 * others than the owner may do. Two databases with the same lines refuse the same things.
 */
export async function guardsIn({ query }: Owner): Promise<string[]> {
  const rows = await query<{ line: string }>(`
    select format('trigger %s %s', tgenabled, pg_get_triggerdef(pg_trigger.oid)) as line
      from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace
    union all select format('constraint %s %s %s %s', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
    union all select format('function %s %s %s %s', pg_proc.oid::regprocedure, prosecdef, proconfig, md5(prosrc))
      from pg_proc where pronamespace = 'public'::regnamespace
    union all select format('view %s %s', viewname, md5(definition)) from pg_views where schemaname = 'public'
    union all select format('column %s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod),
        attnotnull, pg_get_expr(adbin, adrelid))
      from pg_attribute join pg_class on pg_class.oid = attrelid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
    union all select format('grant %s on %s to %s', privilege_type, what, coalesce(rolname, 'public'))
      from (
        select relname::text as what, relowner as owner, relacl as acl from pg_class
          where relnamespace = 'public'::regnamespace
        union all select format('%s.%s', relname, attname), relowner, attacl
          from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace
        union all select pg_proc.oid::regprocedure::text, proowner, coalesce(proacl, acldefault('f', proowner))
          from pg_proc where pronamespace = 'public'::regnamespace
        union all select nspname, nspowner, nspacl from pg_namespace where nspname = 'public'
      ) object, aclexplode(acl) left join pg_roles on pg_roles.oid = grantee
      where grantee <> owner
    order by 1`);
  return rows.map(({ line }) => line);
}
