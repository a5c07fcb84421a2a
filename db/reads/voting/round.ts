import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { ruleNames, type RuleName, usualRule } from '~/domain/voting/rule-names';
import { type PublishedCount } from '~/domain/voting/publication';
import { type RoundBallot } from '~/domain/voting/round';
import { type Queryable } from '../../client';
import {
  area,
  ballot,
  round,
  roundCount,
  roundCountProgress,
  roundMeta,
  roundProject,
  roundWithdrawal,
} from '../../schema';
import { readPage } from '../page';

const counted = sql<number>`(select count(*)::int from ${roundCount} where ${roundCount.roundId} = ${round.id})`;

/** What was withdrawn stands in no list, and is not counted. */
const standing = sql`not exists (select from ${roundWithdrawal} where ${roundWithdrawal.roundId} = ${round.id})`;

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

/** All rounds that were not withdrawn, the newest vote first, 24 a page. */
export function roundList(db: Queryable, page: number) {
  return readPage({ page, size: 24 }, db.$count(round, standing), (limit, offset) =>
    db
      .select(listed)
      .from(round)
      .innerJoin(area, eq(area.id, round.areaId))
      .leftJoin(roundCount, and(eq(roundCount.roundId, round.id), eq(roundCount.rule, usualRule)))
      .where(standing)
      .orderBy(
        sql`coalesce(${round.endedOn}, make_date(${round.year}, 12, 31)) desc nulls last`,
        desc(round.number),
      )
      .limit(limit)
      .offset(offset),
  );
}

/** A round by its number, with the area it belongs to; when and why it was withdrawn, and what came in its place. */
export async function roundByNumber(db: Queryable, number: number) {
  const [found] = await db
    .select({
      round,
      area: { id: area.id, name: area.name, slug: area.slug, kind: area.kind },
      withdrawal: { at: roundWithdrawal.withdrawnAt, reason: roundWithdrawal.reason },
      replacedBy: sql<
        number | null
      >`(select later.number from round later where later.replaces = ${round.id})`,
    })
    .from(round)
    .innerJoin(area, eq(area.id, round.areaId))
    .leftJoin(roundWithdrawal, eq(roundWithdrawal.roundId, round.id))
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

/** The rounds that are not counted by every rule yet and were not withdrawn, in the order in which they came. */
export function roundsToCount(db: Queryable) {
  return db
    .select({ number: round.number })
    .from(round)
    .where(and(sql`${counted} < ${ruleNames.length}`, standing))
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

const known = {
  id: round.id,
  number: round.number,
  voteType: round.voteType,
  areaId: round.areaId,
  area: area.name,
  projects: round.projects,
  voters: round.voters,
  withdrawnAt: roundWithdrawal.withdrawnAt,
};

function knownRounds(db: Queryable) {
  return db
    .select(known)
    .from(round)
    .innerJoin(area, eq(area.id, round.areaId))
    .leftJoin(roundWithdrawal, eq(roundWithdrawal.roundId, round.id))
    .orderBy(sql`${roundWithdrawal.roundId} is null desc`, desc(round.number))
    .$dynamic();
}

/** The round with this content: the one that stands, else the last that was withdrawn; undefined when there is none. */
export async function roundOfContent(db: Queryable, contentSha256: string) {
  const [found] = await knownRounds(db).where(eq(round.contentSha256, contentSha256)).limit(1);
  return found;
}

/** The rounds from before their content was kept that are as large as this one, those that stand first. */
export function roundsWithoutContent(
  db: Queryable,
  { voteType, budgetCents, metaLines, projects, voters }: typeof round.$inferInsert,
) {
  return knownRounds(db).where(
    and(
      isNull(round.contentSha256),
      eq(round.voteType, voteType),
      eq(round.budgetCents, budgetCents),
      eq(round.metaLines, metaLines),
      eq(round.projects, projects),
      eq(round.voters, voters),
    ),
  );
}
