import { type Database } from '#db/client';
import { type Actor } from '~/domain/access/roles';
import { type CalendarDate } from '~/domain/calendar';

/** What every use case works with: who acts, when, and on which database. Clock and ids come from outside. */
export type Context = {
  db: Database;
  actor: Actor;
  now: Date;
  /** The date of `now` in Europe/Amsterdam. */
  today: CalendarDate;
  newId: () => string;
  /** There when the act came by a form of the site: the key that the page gave that form, if it did. */
  sent?: { formKey: string | null };
};
