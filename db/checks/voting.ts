import { eq, isNotNull, sql } from 'drizzle-orm';
import { roundContent } from '~/domain/voting/round-content';
import { votesWithPoints } from '~/domain/voting/round-file';
import { publishedText } from '~/formats/pabulib/publish';
import { type Queryable } from '../client';
import { ballotsOfRound, metaOfRound, projectsOfRound } from '../reads/voting/round';
import { round, roundCount } from '../schema';
import { sha256 } from '../writes/hash';
import { check, type Check, type Finding } from './check';

const withPoints = sql.join(
  [...votesWithPoints].map((type) => sql`${type}`),
  sql`, `,
);

/** Writes what every counted round publishes once more, so that a change by hand since the count is found. */
const countInput: Check = {
  id: 'count-input',
  meaning: 'Every outcome was counted from what its round publishes now.',
  find: async (db) => {
    const { rule, inputSha256 } = roundCount;
    const counts = await db
      .select({ round, rule, inputSha256 })
      .from(roundCount)
      .innerJoin(round, eq(round.id, roundCount.roundId));
    const published = new Map<string, string | undefined>();
    for (const { round: of } of counts) {
      if (!published.has(of.id)) published.set(of.id, await publishedHash(db, of));
    }
    return counts
      .filter((count) => count.inputSha256 !== published.get(count.round.id))
      .map((count): Finding => ({
        subject: `${count.round.number}`,
        detail: `${count.rule} of another vote`,
      }));
  },
};

/** Undefined where ballots point at what is not there, so that there is nothing to publish. */
async function publishedHash(db: Queryable, of: typeof round.$inferSelect): Promise<string | undefined> {
  const kept = await keptOf(db, of);
  return kept && sha256(publishedText({ ...of, ...kept }));
}

async function keptOf(db: Queryable, { id }: typeof round.$inferSelect) {
  const [meta, projects] = [await metaOfRound(db, id), await projectsOfRound(db, id)];
  const ballots = await ballotsOfRound(db, id);
  const isWhole = ballots.every(({ choices }) => choices.every((choice) => projects[choice]));
  return isWhole ? { meta, projects, ballots } : undefined;
}

/** By what it is known by, the same vote is found when it comes in again. */
const knownByContent: Check = {
  id: 'round-content',
  meaning: 'Every round is known by what it holds now (decisions/0020).',
  find: async (db) => {
    const found: Finding[] = [];
    for (const of of await db.select().from(round).where(isNotNull(round.contentSha256))) {
      const kept = await keptOf(db, of);
      if (kept && sha256(roundContent({ ...of, ...kept })) === of.contentSha256) continue;
      found.push({ subject: `${of.number}`, detail: `known by ${of.contentSha256}` });
    }
    return found;
  },
};

/** What must be true of rounds, their ballots and their outcomes (voting.md §2, §6, §7). */
export const votingChecks: readonly Check[] = [
  check(
    'round-ballots',
    'Every round has as many ballots as it says, numbered from 1 without gaps.',
    sql`select r.number as subject, r.voters || ' voters said, ' || count(b.number) || ' ballots' as detail
      from round r left join ballot b on b.round_id = r.id group by r.id
      having count(b.number) <> r.voters or coalesce(max(b.number), 0) <> r.voters or min(b.number) < 1`,
  ),
  check(
    'round-projects',
    'Every round has as many projects as it says, in places from 0 without gaps.',
    sql`select r.number as subject, r.projects || ' said, ' || count(p.place) || ' found' as detail
      from round r left join round_project p on p.round_id = r.id group by r.id
      having count(p.place) <> r.projects or coalesce(max(p.place) + 1, 0) <> r.projects or min(p.place) < 0`,
  ),
  check(
    'round-meta',
    'Every round has as many lines about itself as it says, in places from 0 without gaps.',
    sql`select r.number as subject, r.meta_lines || ' said, ' || count(m.position) || ' found' as detail
      from round r left join round_meta m on m.round_id = r.id group by r.id
      having count(m.position) <> r.meta_lines or coalesce(max(m.position) + 1, 0) <> r.meta_lines or min(m.position) < 0`,
  ),
  check(
    'round-audited',
    'Every round stands in the audit log, once.',
    sql`select r.number as subject, count(a.seq) || ' audit rows' as detail
      from round r left join audit_entry a on a.subject_kind = 'round' and a.subject_id = r.id::text and a.act = 'round.import'
      group by r.id having count(a.seq) <> 1`,
  ),
  check(
    'withdrawal-audited',
    'Every round that was withdrawn stands so in the audit log, once, with its reason.',
    sql`select r.number as subject, count(a.seq) || ' audit rows' as detail
      from round_withdrawal w join round r on r.id = w.round_id
        left join audit_entry a on a.subject_kind = 'round' and a.subject_id = r.id::text and a.act = 'round.withdraw' and a.reason = w.reason
      group by r.id having count(a.seq) <> 1`,
  ),
  check(
    'round-replaces',
    'A round that came in place of another holds the same vote, and came later.',
    sql`select r.number as subject, 'in place of ' || old.number as detail from round r join round old on old.id = r.replaces
      where r.content_sha256 is null or r.number <= old.number or r.content_sha256 <> old.content_sha256`,
  ),
  knownByContent,
  check(
    'ballot-choices',
    'Every choice on a ballot is a project of its round, and stands there once.',
    sql`select r.number as subject, 'ballot ' || b.number as detail from ballot b join round r on r.id = b.round_id
      where (0 <= all (b.choices) and r.projects > all (b.choices)) is not true
        or cardinality(b.choices) <> (select count(distinct choice) from unnest(b.choices) choice)`,
  ),
  check(
    'ballot-points',
    'A ballot gives points exactly where the way of voting has them, and then to each of its choices.',
    sql`select r.number as subject, 'ballot ' || b.number as detail from ballot b join round r on r.id = b.round_id
      where (b.points is not null) <> (r.vote_type in (${withPoints}))
        or cardinality(b.points) <> cardinality(b.choices) or array_position(b.points, null) is not null`,
  ),
  countInput,
  check(
    'count-projects',
    'Every outcome tells of each project of its round, in the order in which ballots point at them.',
    sql`select r.number as subject, c.rule as detail from round_count c join round r on r.id = c.round_id
      where (select array_agg(told.one->>'id' order by place) from json_array_elements(c.report->'projects') with ordinality as told (one, place))
        is distinct from (select array_agg(p.key order by p.place) from round_project p where p.round_id = r.id)`,
  ),
  check(
    'count-winners',
    'Winners are projects of the round, each once, that cost together what the outcome says and no more than the budget.',
    sql`select r.number as subject, c.rule || ' ' || list.ids || ' cost ' || coalesce(sum(p.cost_cents), 0) as detail
      from round_count c join round r on r.id = c.round_id
        cross join (values ('selected', 'total'), ('completed', 'completedTotal')) as list (ids, total)
        left join lateral json_array_elements_text(c.report->list.ids) as won (id) on true
        left join round_project p on p.round_id = r.id and p.key = won.id
      group by r.id, c.round_id, c.rule, list.ids, list.total
      having count(won.id) <> count(distinct p.key)
        or coalesce(sum(p.cost_cents), 0) is distinct from (c.report->>list.total)::numeric * 100
        or coalesce(sum(p.cost_cents), 0) > r.budget_cents`,
  ),
  check(
    'count-voters',
    'Every outcome is about all voters of its round, and says of all of them how many of their choices won.',
    sql`select r.number as subject, c.rule || ' of ' || (c.report->>'voters') as detail
      from round_count c join round r on r.id = c.round_id
      where (c.report->>'voters')::integer <> r.voters
        or r.voters <> (select sum(reached::integer) from json_array_elements_text(c.report->'reach') reached)`,
  ),
  check(
    'count-progress',
    'Progress tells of no more outcomes than there are, nor than there will be.',
    sql`select r.number as subject, p.done || ' of ' || p.total as detail
      from round_count_progress p join round r on r.id = p.round_id
      where p.done > p.total or p.done > (select count(*) from round_count c where c.round_id = r.id)`,
  ),
];
