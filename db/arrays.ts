import type postgres from 'postgres';

/** What the query builder reads from a client, and how it wants values written and read. */
export type Parsing = Pick<postgres.Sql['options'], 'parsers' | 'serializers'>;

/** Every type that lists occur of here, with the type of such a list; PostgreSQL never renumbers its own types. */
const arrayOf: Readonly<Record<number, number>> = {
  ...{ 16: 1000, 17: 1001, 19: 1003, 20: 1016, 21: 1005, 23: 1007, 25: 1009, 26: 1028, 114: 199 },
  ...{ 700: 1021, 701: 1022, 1042: 1014, 1043: 1015, 1082: 1182, 1114: 1115, 1184: 1185, 1700: 1231 },
  ...{ 2950: 2951, 3802: 3807 },
};

/**
 * Teaches `parsing` lists without depth. The driver would ask the database for them with each connection, and where nobody
 * listens: a connection that went then would end the program, or hang whoever wanted it.
 */
export function teachArrays({ parsers, serializers }: Parsing): void {
  for (const [element, array] of Object.entries(arrayOf)) {
    const [read, write] = [parsers[Number(element)], serializers[Number(element)]];
    parsers[array] ??= (text: string) =>
      itemsOf(text).map((item) => (item === null || !read ? item : read(item)));
    serializers[array] ??= (items: readonly unknown[]) =>
      typeof items === 'string' ? items : `{${items.map((item) => quoted(item, write)).join(',')}}`;
  }
}

function itemsOf(text: string): (string | null)[] {
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs);
  return [...items].map(([whole, inner]) => {
    if (inner === undefined) return whole === 'NULL' ? null : whole;
    return inner.replaceAll(/\\(.)/gs, '$1');
  });
}

function quoted(item: unknown, write: ((item: unknown) => unknown) | undefined): string {
  if (item === null || item === undefined) return 'NULL';
  return `"${String(write ? write(item) : item).replaceAll(/["\\]/g, '\\$&')}"`;
}
