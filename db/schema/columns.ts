import { bigint, char, date, timestamp, uuid } from 'drizzle-orm/pg-core';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';

/** Column builders that carry the domain's types, so that a cent is never a bare number. */
export const id = () => uuid('id').primaryKey();
export const centsColumn = (name: string) => bigint(name, { mode: 'bigint' }).$type<Cents>();
export const calendarColumn = (name: string) => date(name, { mode: 'string' }).$type<CalendarDate>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const sha256 = (name: string) => char(name, { length: 64 });
