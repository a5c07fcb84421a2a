import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { ruleNames, type RuleName, usualRule } from '~/domain/voting/rule-names';
import { type PublishedCount } from '~/domain/voting/publication';
import { type RoundBallot } from '~/domain/voting/round';
import { type Queryable } from '../../client';
import { area, ballot, round, roundCount, roundCountProgress, roundMeta, roundProject } from '../../schema';
import { readPage } from '../page';

const counted = sql<number>`(select count(*)::int from ${roundCount} where ${roundCount.roundId} = ${round.id})`;

/** What a list of rounds shows; `chosen` by the usual rule, null until that is counted. */
const listed = {
  number: round.number,
  name: round.name,
  place: round.place,
  area: area.name,
  currency: round.currency,
  budgetCents: round.budgetCents,
  projects: round.projects,
  voters: round.voters,
  beganOn: round.beganOn,
  endedOn: round.endedOn,
  year: round.year,
  chosen: sql<number | null>`json_array_length(${roundCount.report}->'completed')`,
};

/** All rounds, the newest vote first, 24 a page. */
export function roundList(db: Queryable, page: number) {
  return readPage({ page, size: 24 }, db.$count(round), (limit, offset) =>
    db
      .select(listed)
      .from(round)
      .innerJoin(area, eq(area.id, round.areaId))
      .leftJoin(roundCount, and(eq(roundCount.roundId, round.id), eq(roundCount.rule, usualRule)))
      .orderBy(
        sql`coalesce(${round.endedOn}, make_date(${round.year}, 12, 31)) desc nulls last`,
        desc(round.number),
      )
      .limit(limit)
      .offset(offset),
  );
}

/** A round by its number, with the area it belongs to. */
export async function roundByNumber(db: Queryable, number: number) {
  const [found] = await db
    .select({ round, area: { id: area.id, name: area.name, slug: area.slug, kind: area.kind } })
    .from(round)
    .innerJoin(area, eq(area.id, round.areaId))
    .where(eq(round.number, number));
  return found;
}

/** The projects of a round in the order in which ballots point at them. */
export function projectsOfRound(db: Queryable, roundId: string) {
  return db
    .select()
    .from(roundProject)
    .where(eq(roundProject.roundId, roundId))
    .orderBy(asc(roundProject.place));
}

/** What the file says of a round as a whole, in its order. */
export async function metaOfRound(db: Queryable, roundId: string): Promise<[string, string][]> {
  const rows = await db
    .select({ key: roundMeta.key, value: roundMeta.value })
    .from(roundMeta)
    .where(eq(roundMeta.roundId, roundId))
    .orderBy(asc(roundMeta.position));
  return rows.map(({ key, value }) => [key, value]);
}

/** Every ballot of a round, by number. */
export function ballotsOfRound(db: Queryable, roundId: string): Promise<RoundBallot[]> {
  return db
    .select({ choices: ballot.choices, points: ballot.points })
    .from(ballot)
    .where(eq(ballot.roundId, roundId))
    .orderBy(asc(ballot.number));
}

/** One ballot of a round. */
export async function ballotByNumber(
  db: Queryable,
  roundId: string,
  number: number,
): Promise<RoundBallot | undefined> {
  const [found] = await db
    .select({ choices: ballot.choices, points: ballot.points })
    .from(ballot)
    .where(and(eq(ballot.roundId, roundId), eq(ballot.number, number)));
  return found;
}

/** The outcome of a round by a rule; undefined while it is not counted. */
export async function countOfRound(db: Queryable, roundId: string, rule: RuleName) {
  const [found] = await db
    .select({
      inputSha256: roundCount.inputSha256,
      report: roundCount.report,
      countedAt: roundCount.countedAt,
    })
    .from(roundCount)
    .where(and(eq(roundCount.roundId, roundId), eq(roundCount.rule, rule)));
  return found;
}

/** What a round gives by each rule that was counted: who won, what it costs, whom it reaches, and what the city chose. */
export function countsBeside(db: Queryable, roundId: string) {
  const part = <Name extends keyof PublishedCount>(name: Name) =>
    sql<PublishedCount[Name]>`${roundCount.report}->${sql.raw(`'${name}'`)}`;
  return db
    .select({
      rule: roundCount.rule,
      inputSha256: roundCount.inputSha256,
      countedAt: roundCount.countedAt,
      completed: part('completed'),
      completedTotal: part('completedTotal'),
      reach: part('reach'),
      city: part('city'),
    })
    .from(roundCount)
    .where(eq(roundCount.roundId, roundId));
}

/** The hash of the ballots of a round as they are published; undefined while nothing was counted. */
export async function inputHashOf(db: Queryable, roundId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ inputSha256: roundCount.inputSha256 })
    .from(roundCount)
    .where(eq(roundCount.roundId, roundId))
    .limit(1);
  return found?.inputSha256;
}

/** How far the counting of a round is. */
export async function countProgress(db: Queryable, roundId: string) {
  const [found] = await db.select().from(roundCountProgress).where(eq(roundCountProgress.roundId, roundId));
  return found;
}

/** The rounds that are not counted by every rule yet, in the order in which they came. */
export function roundsToCount(db: Queryable) {
  return db
    .select({ number: round.number })
    .from(round)
    .where(sql`${counted} < ${ruleNames.length}`)
    .orderBy(asc(round.number));
}

/** The rules by which a round was counted. */
export async function rulesCounted(db: Queryable, roundId: string): Promise<RuleName[]> {
  const rows = await db
    .select({ rule: roundCount.rule })
    .from(roundCount)
    .where(eq(roundCount.roundId, roundId));
  return rows.map(({ rule }) => rule);
}

/** The round that was read from a file with this hash, and its area. */
export async function roundOfFile(db: Queryable, fileSha256: string) {
  const [found] = await db
    .select({
      number: round.number,
      areaId: round.areaId,
      area: area.name,
      projects: round.projects,
      voters: round.voters,
    })
    .from(round)
    .innerJoin(area, eq(area.id, round.areaId))
    .where(eq(round.fileSha256, fileSha256));
  return found;
}
