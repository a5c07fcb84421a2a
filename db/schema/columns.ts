import { type SQL, sql } from 'drizzle-orm';
import { bigint, char, customType, date, timestamp, uuid } from 'drizzle-orm/pg-core';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { signsPerLetter } from '~/domain/text';
import { type Window } from '~/domain/windows';

/** Column builders that carry the domain's types, so that a cent is never a bare number. */
export const id = () => uuid('id').primaryKey();
export const centsColumn = (name: string) => bigint(name, { mode: 'bigint' }).$type<Cents>();
export const calendarColumn = (name: string) => date(name, { mode: 'string' }).$type<CalendarDate>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const sha256 = (name: string) => char(name, { length: 64 });
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** The most signs of a text of `letters` letters, for its CHECK: PostgreSQL counts signs, people letters (domain/text). */
export const signs = (letters: number) => sql.raw(String(letters * signsPerLetter));

/** Between the days of a window, for the CHECK of a date. */
export const within = ({ earliest, latest }: Window) => sql.raw(`between '${earliest}' and '${latest}'`);

/** Within bounds, both counted in, for the CHECK of a number. */
export const between = ([least, most]: readonly [number, number]) => sql.raw(`between ${least} and ${most}`);

const accented = 'áàâäãåçéèêëíìîïñóòôöõúùûüýÿ';
const plain = 'aaaaaaceeeeiiiinooooouuuuyy';

/** A text in small letters and without the accents of western languages. */
export const folded = (text: SQL) => sql`translate(lower(${text}), ${sql.raw(`'${accented}', '${plain}'`)})`;
