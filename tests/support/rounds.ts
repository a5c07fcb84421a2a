import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';
import { transaction } from '#db/transaction';
import { composeOf, insertAreas, keepCbsArea } from '#db/writes/area/area';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { countFile } from '~/formats/pabulib/count';
import { type Context } from '~/usecases/context.server';
import { type Counter } from '~/usecases/voting/count-rounds.server';

export const now = new Date('2026-06-01T10:00:00Z');
const today = calendarDate('2026-06-01');

/** Adds a wijk that was composed of the CBS area with this code. */
export async function makeArea(owner: Database, code: string): Promise<void> {
  const [areaId, name, year] = [randomUUID(), `Wijk ${code}`, 2024];
  await transaction(owner, async (tx) => {
    await insertAreas(tx, [{ id: areaId, kind: 'wijk', slug: areaId, name, validFrom: today }]);
    const geometry = { type: 'MultiPolygon' as const, coordinates: [] };
    await keepCbsArea(tx, { code, year, name, gemeenteCode: code.slice(0, 6), inhabitants: 1000, geometry });
    await composeOf(tx, { areaId, code, year });
  });
}

/** Somebody at the command line. */
export const operator = (db: Database): Context => ({ db, actor: visitor, now, today, newId: randomUUID });

/** Counts here and now, without a thread. */
export const counter: Counter = (bytes, rule) => Promise.resolve(countFile(bytes, rule));

export const encode = (text: string) => new TextEncoder().encode(text);

type Asked = { name?: string; voters?: number; type?: 'approval' | 'cumulative' };

/** The bytes of a small vote over three projects, with the columns that say who voted. */
export function voteFile({ name = 'Buurtbudget', voters = 4, type = 'approval' }: Asked = {}): Uint8Array {
  const votes = Array.from({ length: voters }, (_, index) => {
    const choices = [['a', 'b'], ['b'], ['c', 'a'], []][index % 4] ?? [];
    const points = type === 'cumulative' ? `;${choices.map((_choice, place) => place + 1).join()}` : '';
    return `kiezer-${index};${choices.join()}${points};${18 + index};F;internet\n`;
  });
  const header = `voter_id;vote${type === 'cumulative' ? ';points' : ''};age;sex;voting_method`;
  return encode(
    `META\nkey;value\ndescription;${name}\nunit;Vierstromen\nbudget;100\nvote_type;${type}\ncurrency;EUR\n` +
      `date_begin;01.03.2025\ndate_end;15.03.2025\nPROJECTS\nproject_id;cost;name;selected\n` +
      `a;60;Bankjes;1\nb;50,50;Bomen;0\nc;40;Zandbak;2\nVOTES\n${header}\n${votes.join('')}`,
  );
}

/** Every row of every table of rounds and of what an import leaves behind, as one text. */
export async function snapshot(owner: Database): Promise<string> {
  const tables = ['round', 'round_meta', 'round_project', 'ballot', 'round_count', 'audit_entry'];
  const rows = await Promise.all(
    tables.map((table) =>
      owner.execute(sql`select coalesce(string_agg(row::text, chr(10) order by row::text), '') as text
        from ${sql.identifier(table)} row`),
    ),
  );
  return rows.flatMap((found) => found.map(({ text }) => String(text))).join('\n--\n');
}
