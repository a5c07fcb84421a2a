import { and, eq, isNull, sql } from 'drizzle-orm';
import { person, residence, schemeVersion, supportStatement } from '../../schema';

/** The residence of a supporter that is known, as long as it is of the wijk where they live. */
export const runningResidence = and(
  eq(residence.personId, supportStatement.personId),
  eq(residence.areaId, person.areaId),
  isNull(residence.until),
);

/** Whether it is known well enough for these rules that a supporter lives there. */
export const sufficientResidence = sql`coalesce(${residence.method}, 'self') = any(coalesce(${schemeVersion.supportResidence}, '{self}'))`;
